import { MAX_LINES, MAX_QUANTITY } from '@/lib/catalog/cart-lines';
import type { PricedLine } from '@/lib/catalog/price-cart';
import { text } from '../_texts/text';
import { Notice } from '../_ui/notice';

type CartNewsProps = {
  lines: PricedLine[];
  /** The number of the plan that was put in just now. */
  added: string | undefined;
  /** The number of the plan of which more was wanted than can be ordered at once, or that found no room. */
  limited: string | undefined;
};

/** What has just happened to the cart. Only what the cart bears out is said, because anybody can write the address. */
export function CartNews({ lines, added, limited }: CartNewsProps) {
  const lineOf = (number: string | undefined) => lines.find((line) => String(line.plan.number) === number);
  const full = lineOf(limited);
  if (full?.quantity === MAX_QUANTITY) {
    return (
      <Notice tone="warn" isAnswer>
        {text('cart.limited', { limit: MAX_QUANTITY, name: nameOf(full) })}
      </Notice>
    );
  }
  if (limited !== undefined && !full && lines.length >= MAX_LINES) {
    return (
      <Notice tone="warn" isAnswer>
        {text('cart.full', { limit: MAX_LINES })}
      </Notice>
    );
  }
  const there = lineOf(added);
  if (!there) return null;
  return (
    <Notice tone="good" isAnswer>
      {text('cart.added', { name: nameOf(there) })}
    </Notice>
  );
}

const nameOf = ({ plan }: PricedLine) => `${plan.product.title}, ${plan.name}`;
