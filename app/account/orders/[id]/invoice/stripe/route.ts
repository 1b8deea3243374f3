import { redirect } from 'next/navigation';
import { requireCustomer } from '@/lib/auth/require-customer';
import { findInvoiceDocument } from '@/lib/orders/find-invoice-document';

type Params = { params: Promise<{ id: string }> };

/** To Stripe's own invoice or receipt of an order; back to ours, with a word, when there is none. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { id } = await params;
  const here = `/account/orders/${encodeURIComponent(id)}/invoice`;
  const customer = await requireCustomer(here);
  const found = await findInvoiceDocument({ orderId: id, customerId: customer.id });
  redirect(found.ok ? found.url : `${here}?notice=${found.reason}`);
}
