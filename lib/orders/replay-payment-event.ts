import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { db, inTransaction } from '../db/client';
import { isPassing } from '../payments/passing-failure';
import { readPaymentEvent, type SignedEvent } from '../payments/read-payment-event';
import { applyReadNews } from './apply-payment-event';
import { withCheckout } from './subscriptions/with-checkout';

export type ReplayResult =
  /** `outcome` is what the handler says it did, in its own words: `already_fulfilled`, `nothing_to_do`, `refunded` … */
  { ok: true; outcome: string } | { ok: false; reason: 'event_not_found' | 'payments_unreachable' };

/**
 * Runs the handler of a stored payment event once more: it asks Stripe how things stand now and brings the order there, as a
 * delivery would. Whatever was done is not done twice. The event's own row stays as its arrival left it; the audit has the
 * replay.
 */
export async function replayPaymentEvent(id: string, by: { actor: Actor; at?: Date }): Promise<ReplayResult> {
  const stored = await db().paymentEvent.findUnique({ where: { id }, select: { payload: true } });
  if (!stored) return { ok: false, reason: 'event_not_found' };
  // Stored by receivePaymentEvent only, which had its signature checked.
  const payload = stored.payload as unknown as SignedEvent['payload'];
  const at = by.at ?? now();
  const news = await readNews(payload);
  if (!news) return { ok: false, reason: 'payments_unreachable' };
  const outcome = await inTransaction(async (tx) => {
    const done = await applyReadNews(tx, news, { at, actor: by.actor });
    const object = { objectKind: 'payment_event', objectId: id };
    await recordAudit(tx, { at, actor: by.actor, action: 'payment_event.replay', ...object, after: { outcome: done } });
    return done;
  });
  return { ok: true, outcome };
}

// Down, slow or busy: nothing was changed, and it can be tried again.
async function readNews(payload: SignedEvent['payload']) {
  try {
    return await withCheckout(await readPaymentEvent({ payload }));
  } catch (error) {
    if (isPassing(error)) return undefined;
    throw error;
  }
}
