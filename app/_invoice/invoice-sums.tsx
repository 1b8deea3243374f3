import type { Invoice } from '@/lib/orders/read-invoice';
import { text } from '../_texts/text';
import { formatPrice } from '../_ui/format-price';
import { Price } from '../_ui/price';
import { discountLabel } from './discount-label';
import { invoiceDay } from './invoice-day';

type Part = { invoice: Invoice };

/** How the total came about. */
export function InvoiceSums({ invoice }: Part) {
  const { currency, subtotalAmount, discount, taxes, taxIsIncluded, totalAmount } = invoice;
  const isReversed = taxes.some(({ why }) => why === 'reverse_charge');
  const taxRows = taxes.map((tax) => ({
    id: `${tax.name} ${tax.percentage}`,
    label: taxLabel(tax, invoice),
    amount: tax.amount,
  }));
  return (
    <div className="invoice-sums ms-auto flex w-full max-w-sm flex-col gap-3">
      <dl className="flex flex-col gap-1">
        <Row label={text('invoices.subtotal')} amount={subtotalAmount} currency={currency} />
        {discount ? <Row label={discountLabel(discount.code)} amount={-discount.amount} currency={currency} /> : null}
        {taxIsIncluded ? null : taxRows.map((row) => <Row key={row.id} {...row} currency={currency} />)}
        <Row label={text('invoices.total')} amount={totalAmount} currency={currency} isTotal />
        {taxIsIncluded
          ? taxRows.map((row) => (
              <Row
                key={row.id}
                label={text('invoices.taxIncluded', { tax: row.label })}
                amount={row.amount}
                currency={currency}
                isAside
              />
            ))
          : null}
      </dl>
      {isReversed ? <p className="text-sm">{text('invoices.reverseCharge')}</p> : null}
    </div>
  );
}

function taxLabel({ name, percentage, taxableAmount }: Invoice['taxes'][number], { currency }: Invoice): string {
  if (percentage === null) return name || text('invoices.tax');
  if (taxableAmount === null) return text('invoices.taxRate', { name, percentage });
  return text('invoices.taxRateOf', { name, percentage, taxable: formatPrice(taxableAmount, currency) });
}

/** What was paid, and what went back. */
export function InvoiceMoney({ invoice }: Part) {
  const { payments, refunds, currency, keptAmount, totalAmount } = invoice;
  return (
    <section className="invoice-money flex flex-col gap-3 border-line border-t pt-4">
      {totalAmount === 0 ? <p>{text('invoices.nothingToPay')}</p> : null}
      <dl className="flex flex-col gap-1">
        {payments.map((payment) => (
          <Row key={payment.id} label={paidLabel(payment)} amount={payment.amount} currency={currency} />
        ))}
        {refunds.map(({ id, at, amount, isPending }) => (
          <Row
            key={id}
            label={text(isPending ? 'invoices.creditPending' : 'invoices.credited', { date: invoiceDay(at) })}
            amount={-amount}
            currency={currency}
          />
        ))}
        {refunds.length > 0 ? (
          <Row label={text('invoices.kept')} amount={keptAmount} currency={currency} isTotal />
        ) : null}
      </dl>
    </section>
  );
}

function paidLabel({ at, by, reference }: Invoice['payments'][number]): string {
  const date = invoiceDay(at);
  if (by === 'stripe') return text('invoices.paidStripe', { date });
  return reference ? text('invoices.paidOutside', { date, reference }) : text('invoices.paid', { date });
}

type RowProps = { label: string; amount: number; currency: string; isTotal?: boolean; isAside?: boolean };

function Row({ label, amount, currency, isTotal = false, isAside = false }: RowProps) {
  const look = isTotal ? 'border-line border-t pt-2 font-semibold' : isAside ? 'text-muted text-sm' : '';
  return (
    <div className={`flex justify-between gap-6 ${look}`}>
      <dt className="min-w-0 break-words">{label}</dt>
      <dd>
        <Price minorUnits={amount} currency={currency} />
      </dd>
    </div>
  );
}
