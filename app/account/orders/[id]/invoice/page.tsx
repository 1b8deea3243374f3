import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireCustomer } from '@/lib/auth/require-customer';
import { readInvoice } from '@/lib/orders/read-invoice';
import { InvoiceView } from '../../../../_invoice/invoice-view';
import { text } from '../../../../_texts/text';
import type { SearchParams } from '../../../../products/catalogue-view';

export const metadata: Metadata = { title: text('invoices.link'), referrer: 'same-origin' };

type InvoiceProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

/** The invoice of a paid order of the signed-in customer, by the order's id or its number. */
export default async function InvoicePage({ params, searchParams }: InvoiceProps) {
  const { id } = await params;
  const customer = await requireCustomer(`/account/orders/${encodeURIComponent(id)}/invoice`);
  const which = /^\d{1,10}$/.test(id) ? { orderNumber: Number(id) } : { orderId: id };
  const invoice = await readInvoice({ customerId: customer.id, ...which });
  if (!invoice) notFound();
  const { notice } = await searchParams;
  return <InvoiceView invoice={invoice} orderPath={`/account/orders/${invoice.orderId}`} notice={notice} />;
}
