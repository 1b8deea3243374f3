import { receivePaymentEvent } from '@/lib/orders/receive-payment-event';
import { readBody } from '@/lib/protocols/exchange';

export const dynamic = 'force-dynamic';

// Stripe's events are a few kilobytes.
const LARGEST_EVENT = 1024 * 1024;

// Public: Stripe calls it, and every delivery proves itself by its signature over the raw body. A thrown error is answered
// 500 by the framework, so that Stripe delivers again.
export async function POST(request: Request): Promise<Response> {
  const body = await readBody(request, LARGEST_EVENT);
  if (body === undefined) return Response.json({ received: false, reason: 'body_too_large' }, { status: 413 });
  const received = await receivePaymentEvent(body, request.headers.get('stripe-signature'));
  return received.ok
    ? Response.json({ received: true })
    : Response.json({ received: false, reason: received.reason }, { status: 400 });
}
