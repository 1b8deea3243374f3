import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/require-admin';
import { readInvoice } from '@/lib/orders/read-invoice';
import { InvoiceView } from '../../../../_invoice/invoice-view';
import { text } from '../../../../_texts/text';
import type { SearchParams } from '../../../../products/catalogue-view';
import { readOrderNumber } from '../../order-number';

export const metadata: Metadata = { title: text('invoices.link'), referrer: 'same-origin' };

type InvoiceProps = { params: Promise<{ number: string }>; searchParams: Promise<SearchParams> };

/** The invoice of an order, as its customer sees it. */
export default async function AdminInvoicePage({ params, searchParams }: InvoiceProps) {
  const { number } = await params;
  await requireAdmin(`/admin/orders/${encodeURIComponent(number)}/invoice`);
  const orderNumber = readOrderNumber(number);
  const invoice = orderNumber === undefined ? undefined : await readInvoice({ orderNumber });
  if (!invoice) notFound();
  const { notice } = await searchParams;
  return <InvoiceView invoice={invoice} orderPath={`/admin/orders/${invoice.orderNumber}`} notice={notice} />;
}
