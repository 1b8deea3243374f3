import type { Invoice } from '@/lib/orders/read-invoice';
import { text } from '../_texts/text';
import { Price } from '../_ui/price';

/** What was bought. On a narrow screen quantity and unit price stand below the item; on paper they are columns. */
export function InvoiceLines({ invoice: { lines, currency } }: { invoice: Invoice }) {
  const number = 'py-2 ps-4 text-end align-top';
  const wide = `${number} max-sm:hidden print:table-cell`;
  return (
    <table className="w-full border-collapse text-start">
      <caption className="sr-only">{text('invoices.linesCaption')}</caption>
      <thead>
        <tr className="border-line border-b text-muted text-sm">
          <th scope="col" className="py-2 text-start font-medium">
            {text('invoices.item')}
          </th>
          <th scope="col" className={`${wide} font-medium`}>
            {text('invoices.quantity')}
          </th>
          <th scope="col" className={`${wide} font-medium`}>
            {text('invoices.unitPrice')}
          </th>
          <th scope="col" className={`${number} font-medium`}>
            {text('invoices.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} className="border-line border-b">
            <th scope="row" className="py-2 text-start font-normal">
              <span className="block">{line.title}</span>
              <span className="block text-muted text-sm">{line.planName}</span>
              {line.trialDays ? (
                <span className="block text-muted text-sm">
                  {text('recurring.trialBadge', { count: line.trialDays })}
                </span>
              ) : null}
              <span className="nums block text-muted text-sm sm:hidden print:hidden">
                {line.quantity} × <Price minorUnits={line.unitAmount} currency={currency} />
              </span>
            </th>
            <td className={`${wide} nums`}>{line.quantity}</td>
            <td className={wide}>
              <Price minorUnits={line.unitAmount} currency={currency} />
            </td>
            <td className={number}>
              <Price minorUnits={line.amount} currency={currency} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
