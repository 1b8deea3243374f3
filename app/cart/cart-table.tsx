import { MAX_QUANTITY } from '@/lib/catalog/cart-lines';
import type { PricedLine } from '@/lib/catalog/price-cart';
import { text } from '../_texts/text';
import { Button } from '../_ui/button';
import { Link } from '../_ui/link';
import { Price } from '../_ui/price';
import { Table } from '../_ui/table';
import { billingWords, limitWords, termWords } from '../products/plan-words';
import { changeQuantity } from './actions';

/** The lines of the cart. Each change is a form of its own, so it works without JavaScript. */
export function CartTable({ lines }: { lines: PricedLine[] }) {
  return (
    <Table
      caption={text('cart.caption')}
      columns={[
        { key: 'product', header: text('cart.product') },
        { key: 'price', header: text('cart.price'), align: 'end' },
        { key: 'quantity', header: text('cart.quantity') },
        { key: 'total', header: text('cart.lineTotal'), align: 'end' },
        { key: 'remove', header: text('cart.remove'), isHeaderHidden: true, align: 'end' },
      ]}
      rows={lines.map((line) => ({
        id: line.plan.id,
        cells: {
          product: <LineName line={line} />,
          price: <UnitPrice line={line} />,
          quantity: <QuantityForm line={line} />,
          total: <Price minorUnits={line.amount} currency={line.plan.currency} />,
          remove: <RemoveForm line={line} />,
        },
      }))}
    />
  );
}

const nameOf = ({ plan }: PricedLine) => `${plan.product.title}, ${plan.name}`;

function LineName({ line }: { line: PricedLine }) {
  return (
    <span className="flex flex-col">
      <Link href={`/products/${line.plan.product.slug}`} className="decoration-1 underline-offset-4 hover:underline">
        {nameOf(line)}
      </Link>
      <span className="font-normal text-base text-muted">
        {limitWords(line.plan, line.quantity)} · {termWords(line.plan)}
      </span>
    </span>
  );
}

function UnitPrice({ line: { plan } }: { line: PricedLine }) {
  return (
    <span className="flex flex-col items-end">
      <Price minorUnits={plan.unitAmount} currency={plan.currency} />
      {plan.billingInterval === null ? null : <span className="text-muted text-sm">{billingWords(plan)}</span>}
    </span>
  );
}

function QuantityForm({ line }: { line: PricedLine }) {
  const id = `quantity-${line.plan.number}`;
  return (
    <form action={changeQuantity} className="flex items-center gap-2">
      <input type="hidden" name="planNumber" value={line.plan.number} />
      <label htmlFor={id} className="sr-only">
        {text('cart.quantityOf', { name: nameOf(line) })}
      </label>
      <input
        id={id}
        // A saved change renders the new number; without the key the field would keep what was typed before.
        key={line.quantity}
        name="quantity"
        type="number"
        inputMode="numeric"
        min={0}
        max={MAX_QUANTITY}
        defaultValue={line.quantity}
        required
        className="nums min-h-10 w-20 rounded-md border border-edge bg-raised px-3"
      />
      <Button type="submit" variant="secondary" size="small">
        {text('cart.update')}
      </Button>
    </form>
  );
}

function RemoveForm({ line }: { line: PricedLine }) {
  return (
    <form action={changeQuantity}>
      <input type="hidden" name="planNumber" value={line.plan.number} />
      <input type="hidden" name="quantity" value="0" />
      <Button type="submit" variant="quiet" size="small" aria-label={text('cart.removeNamed', { name: nameOf(line) })}>
        {text('cart.remove')}
      </Button>
    </form>
  );
}
