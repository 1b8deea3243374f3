import type { SubscriptionInvoiceView, SubscriptionView } from '@/lib/orders/subscriptions/list-subscriptions';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';
import { DateTime } from '../../_ui/date-time';
import { Price } from '../../_ui/price';
import { Table, type TableRow } from '../../_ui/table';

type Column = 'period' | 'state' | 'amount' | 'open';

const TONES = { open: 'warn', paid: 'good', given_up: 'neutral', void: 'neutral' } as const;

/** What was billed so far, the newest first, with the page where each can be paid or printed. Folded away at first. */
export function Invoices({ subscription }: { subscription: SubscriptionView }) {
  const { invoices, number, currency } = subscription;
  if (invoices.length === 0) return null;
  return (
    <details className="border-line border-t pt-2">
      <summary className="min-h-9 cursor-pointer py-1.5 text-muted hover:text-ink">
        {text('renewals.showInvoices', { count: invoices.length })}
      </summary>
      <Table<Column>
        caption={text('renewals.invoices', { number: String(number) })}
        columns={[
          { key: 'period', header: text('renewals.invoiceFor') },
          { key: 'state', header: text('renewals.invoiceState') },
          { key: 'amount', header: text('renewals.invoiceAmount'), align: 'end' },
          { key: 'open', header: text('renewals.invoiceLink'), isHeaderHidden: true, align: 'end' },
        ]}
        rows={invoices.map((invoice) => toRow(invoice, currency))}
      />
    </details>
  );
}

function toRow(invoice: SubscriptionInvoiceView, currency: string): TableRow<Column> {
  const { id, status, startsAt, endsAt, totalAmount, pageUrl, invoiceNumber } = invoice;
  return {
    id,
    cells: {
      period: (
        <span className="font-normal text-base">
          <DateTime at={startsAt} /> – <DateTime at={endsAt} />
        </span>
      ),
      state: <Badge tone={TONES[status]}>{text(`renewals.invoice.${status}`)}</Badge>,
      amount: <Price minorUnits={totalAmount} currency={currency} />,
      open: pageUrl ? (
        <a href={pageUrl} className="link" aria-label={text('renewals.invoiceLinkOf', { number: invoiceNumber ?? '' })}>
          {text('renewals.invoiceLink')}
        </a>
      ) : null,
    },
  };
}
