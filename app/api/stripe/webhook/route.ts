import { receivePaymentEvent } from '@/lib/orders/receive-payment-event';
import { readBody } from '@/lib/protocols/exchange';
import { findFault } from './find-fault';
import { reportFailed, reportRefused } from './report-delivery';

export const dynamic = 'force-dynamic';

// Stripe's events are a few kilobytes.
const LARGEST_EVENT = 1024 * 1024;

// Public: Stripe calls it, and every delivery proves itself by its signature over the raw body. A thrown error is answered
// 500 by the framework, so that Stripe delivers again.
export async function POST(request: Request): Promise<Response> {
  const body = await readBody(request, LARGEST_EVENT);
  if (body === undefined) return refuse('body_too_large', 413);
  try {
    const received = await receivePaymentEvent(body, request.headers.get('stripe-signature'));
    if (received.ok) return Response.json({ received: true });
    reportRefused(received.reason);
    return refuse(received.reason);
  } catch (error) {
    // Only what is signed comes this far. What is no event fails the same way each time it is delivered again.
    const fault = findFault(body);
    reportFailed(body, fault ?? error);
    if (fault !== undefined) return refuse('malformed_event', 400, fault);
    throw error;
  }
}

function refuse(reason: string, status = 400, detail?: string): Response {
  return Response.json({ received: false, reason, detail }, { status });
}
