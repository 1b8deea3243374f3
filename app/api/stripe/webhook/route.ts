import { receivePaymentEvent } from '@/lib/orders/receive-payment-event';

export const dynamic = 'force-dynamic';

// Public: Stripe calls it, and every delivery proves itself by its signature over the raw body. A thrown error is answered
// 500 by the framework, so that Stripe delivers again.
export async function POST(request: Request): Promise<Response> {
  const received = await receivePaymentEvent(await request.text(), request.headers.get('stripe-signature'));
  return received.ok
    ? Response.json({ received: true })
    : Response.json({ received: false, reason: received.reason }, { status: 400 });
}
