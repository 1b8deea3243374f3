import type { RefundWish } from '@/lib/orders/check-refund-wish';
import { formField } from '../../../../_shell/form-field';
import { readAmount } from '../../read-amount';
import type { RefundItem } from './refund-answer';

/** What a form asks to give back. An empty amount is the price of the units; units that are no number are refused later. */
export function readRefundForm(form: FormData, items: RefundItem[], currency: string): RefundWish {
  const parts = items.map((item) => {
    const typedUnits = formField(form, `units_${item.position}`).trim();
    const typedAmount = formField(form, `amount_${item.position}`).trim();
    const quantity = typedUnits === '' ? 0 : /^\d{1,6}$/.test(typedUnits) ? Number(typedUnits) : Number.NaN;
    const amount = typedAmount === '' ? (item.prices[quantity] ?? 0) : readAmount(typedAmount, currency);
    return { position: item.position, quantity, amount };
  });
  return { parts, reason: readReason(formField(form, 'reason')) };
}

/** The previewed wish as one text, which the confirmation gives back: what is confirmed is what was shown. */
export function wishText({ parts, reason }: RefundWish): string {
  return [reason, ...parts.map(({ position, quantity, amount }) => `${position}:${quantity}:${amount}`)].join(' ');
}

/** The wish that `wishText` wrote. What somebody else wrote is at worst a refund of nothing. */
export function readWishText(text: string): RefundWish {
  const [reason = '', ...parts] = text.slice(0, 2_000).split(' ');
  return {
    reason: readReason(reason),
    parts: parts.flatMap((part) => {
      const [, position, quantity, amount] = /^(\d{1,3}):(\d{1,6}):(\d{1,12})$/.exec(part) ?? [];
      return position ? [{ position: Number(position), quantity: Number(quantity), amount: Number(amount) }] : [];
    }),
  };
}

function readReason(text: string): RefundWish['reason'] {
  return text === 'duplicate' || text === 'fraudulent' ? text : 'requested_by_customer';
}
