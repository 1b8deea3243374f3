import type { Invoice } from '@/lib/orders/read-invoice';
import { text } from '../_texts/text';
import { invoiceDay } from './invoice-day';
import { InvoiceLines } from './invoice-lines';
import { InvoiceMoney, InvoiceSums } from './invoice-sums';
import './invoice.css';

/** An invoice as it is read and printed. Dates are those of UTC: a printed document cannot follow its reader's zone. */
export function InvoiceSheet({ invoice }: { invoice: Invoice }) {
  const { number, isDemo, soldByStripe, seller } = invoice;
  const title = text(soldByStripe ? 'invoices.overviewTitle' : 'invoices.title', { number });
  return (
    <article className="invoice flex max-w-3xl flex-col gap-8 rounded-md border border-line bg-raised p-5 sm:p-10">
      {isDemo ? <div aria-hidden="true" className="invoice-mark" data-mark={text('invoices.demoMark')} /> : null}
      <header className="flex flex-wrap items-start justify-between gap-x-10 gap-y-4">
        <h1 className="text-2xl">{title}</h1>
        <Facts invoice={invoice} />
      </header>
      {isDemo ? <p className="text-muted text-sm">{text('invoices.demoText')}</p> : null}
      {soldByStripe ? <p className="max-w-text text-sm">{text('invoices.soldByStripe')}</p> : null}
      <div className="grid grid-cols-1 gap-6 min-[30rem]:grid-cols-2">
        <Party heading={text('invoices.seller')} lines={sellerLines(invoice)} />
        <Party heading={text('invoices.buyer')} lines={buyerLines(invoice)} />
      </div>
      <InvoiceLines invoice={invoice} />
      <InvoiceSums invoice={invoice} />
      <InvoiceMoney invoice={invoice} />
      {seller.note ? <p className="max-w-text whitespace-pre-line text-sm">{seller.note}</p> : null}
    </article>
  );
}

function Facts({ invoice }: { invoice: Invoice }) {
  const rows = [
    [text('invoices.date'), invoiceDay(invoice.issuedAt)],
    [text('invoices.order'), String(invoice.orderNumber)],
  ];
  return (
    <dl className="grid grid-cols-[auto_auto] gap-x-4 gap-y-1 text-sm">
      {rows.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="nums text-end">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Party({ heading, lines }: { heading: string; lines: string[] }) {
  return (
    <section className="flex min-w-0 flex-col gap-1">
      <h2 className="font-medium text-muted text-sm">{heading}</h2>
      <p className="whitespace-pre-line break-words">{lines.join('\n')}</p>
    </section>
  );
}

function sellerLines({ seller }: Invoice): string[] {
  const vatId = seller.vatId ? text('invoices.vatId', { id: seller.vatId }) : '';
  return [seller.name, seller.address, vatId].filter(Boolean);
}

function buyerLines({ buyer }: Invoice): string[] {
  const vatId = buyer.vatId ? text('invoices.vatId', { id: buyer.vatId }) : '';
  return [buyer.company, buyer.name, buyer.address, buyer.email, vatId].flatMap((line) => (line ? [line] : []));
}
