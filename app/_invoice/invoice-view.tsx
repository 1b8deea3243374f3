import type { Invoice } from '@/lib/orders/read-invoice';
import { text } from '../_texts/text';
import { LinkButton } from '../_ui/link-button';
import { PageNotice } from '../account/_parts/page-notice';
import { documentNotices } from './document-notices';
import { InvoiceSheet } from './invoice-sheet';
import { PrintButton } from './print-button';

type InvoiceViewProps = {
  invoice: Invoice;
  /** The page of its order. Below it lie this page and the way to Stripe's document. */
  orderPath: string;
  notice: string | string[] | undefined;
};

/** An invoice with what can be done with it; only the sheet is printed. */
export function InvoiceView({ invoice, orderPath, notice }: InvoiceViewProps) {
  const paidAtStripe = invoice.payments.some(({ by }) => by === 'stripe');
  return (
    <>
      <div className="no-print flex flex-col gap-4">
        <div className="flex flex-wrap items-center gap-2">
          <PrintButton label={text('invoices.print')} />
          {paidAtStripe ? (
            <LinkButton href={`${orderPath}/invoice/stripe`} variant="secondary" size="small">
              {text('invoices.stripeDocument')}
            </LinkButton>
          ) : null}
          <LinkButton href={orderPath} variant="quiet" size="small">
            {text('invoices.back', { number: String(invoice.orderNumber) })}
          </LinkButton>
        </div>
        <PageNotice code={notice} known={documentNotices} />
      </div>
      <InvoiceSheet invoice={invoice} />
    </>
  );
}
