import type { OrderView } from '@/lib/orders/order-view';
import { discountLabel } from '../../../_invoice/discount-label';
import { text } from '../../../_texts/text';
import { Price } from '../../../_ui/price';

type Totals = Pick<
  OrderView,
  | 'subtotalAmount'
  | 'discountAmount'
  | 'discountCode'
  | 'taxAmount'
  | 'taxIsIncluded'
  | 'totalAmount'
  | 'refundedAmount'
  | 'currency'
>;

/** How the total came about, line by line, as it was charged. */
export function OrderTotals({ order }: { order: Totals }) {
  const { subtotalAmount, discountAmount, taxAmount, taxIsIncluded, totalAmount, refundedAmount, currency } = order;
  const lines = [
    { label: text('account.subtotal'), amount: subtotalAmount },
    { label: discountLabel(order.discountCode), amount: -discountAmount },
    { label: text('account.tax'), amount: taxIsIncluded ? 0 : taxAmount },
  ].filter((line, index) => index === 0 || line.amount !== 0);
  return (
    <dl className="ms-auto flex w-full max-w-xs flex-col gap-1">
      {lines.map((line) => (
        <Line key={line.label} label={line.label} amount={line.amount} currency={currency} />
      ))}
      <Line label={text('account.total')} amount={totalAmount} currency={currency} isTotal />
      {taxIsIncluded && taxAmount > 0 ? (
        <Line
          label={text('invoices.taxIncluded', { tax: text('invoices.tax') })}
          amount={taxAmount}
          currency={currency}
        />
      ) : null}
      {refundedAmount > 0 ? (
        <Line label={text('account.refunded')} amount={-refundedAmount} currency={currency} />
      ) : null}
    </dl>
  );
}

type LineProps = { label: string; amount: number; currency: string; isTotal?: boolean };

function Line({ label, amount, currency, isTotal = false }: LineProps) {
  return (
    <div className={`flex justify-between gap-4 ${isTotal ? 'border-line border-t pt-2 font-semibold' : ''}`}>
      <dt>{label}</dt>
      <dd>
        <Price minorUnits={amount} currency={currency} />
      </dd>
    </div>
  );
}
