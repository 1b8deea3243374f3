import { notFound, redirect } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/require-admin';
import { findInvoiceDocument } from '@/lib/orders/find-invoice-document';
import { readInvoice } from '@/lib/orders/read-invoice';
import { readOrderNumber } from '../../../order-number';

type Params = { params: Promise<{ number: string }> };

/** To Stripe's own invoice or receipt of an order; back to ours, with a word, when there is none. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { number } = await params;
  const here = `/admin/orders/${encodeURIComponent(number)}/invoice`;
  await requireAdmin(here);
  const orderNumber = readOrderNumber(number);
  const invoice = orderNumber === undefined ? undefined : await readInvoice({ orderNumber });
  if (!invoice) notFound();
  const found = await findInvoiceDocument({ orderId: invoice.orderId });
  redirect(found.ok ? found.url : `${here}?notice=${found.reason}`);
}
