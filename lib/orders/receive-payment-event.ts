import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { db, inTransaction, type Prisma, type Tx } from '../db/client';
import { readPaymentEvent, type SignedEvent, verifyPaymentEvent } from '../payments/read-payment-event';
import { applyReadNews } from './apply-payment-event';
import { withCheckout } from './subscriptions/with-checkout';

export type ReceiveResult =
  /** Committed: Stripe may forget the event. `outcome` is for the log. */
  { ok: true; outcome: string } | { ok: false; reason: 'signature_invalid' | 'wrong_livemode' };

/**
 * Deals with one delivery of Stripe: believes it only when signed, reads the present truth back, and does its work once.
 * Returns after COMMIT. Throws when anything fails, so that the delivery is not acknowledged and comes again.
 */
export async function receivePaymentEvent(
  rawBody: string,
  signature: string | null,
  at: Date = now(),
): Promise<ReceiveResult> {
  const verified = verifyPaymentEvent(rawBody, signature);
  if (!verified.ok) {
    if (verified.reason === 'wrong_livemode') await alertWrongLivemode(at);
    return verified;
  }
  const { event } = verified;
  if (await isProcessed(event.id)) return { ok: true, outcome: 'duplicate' };
  // Stripe is asked before the transaction, which holds locks: a slow answer must not keep other buyers waiting.
  const news = await withCheckout(await readPaymentEvent(event));
  const outcome = await inTransaction(async (tx) => {
    if (!(await rememberEvent(tx, event, at))) return 'duplicate';
    const done = await applyReadNews(tx, news, { at, actor: { kind: 'system', via: `stripe:${event.id}` } });
    await tx.paymentEvent.update({ where: { id: event.id }, data: { processedAt: at, outcome: done } });
    return done;
  });
  return { ok: true, outcome };
}

async function isProcessed(eventId: string): Promise<boolean> {
  const known = await db().paymentEvent.findUnique({ where: { id: eventId }, select: { processedAt: true } });
  return known?.processedAt != null;
}

/** False when another delivery of the event was first. It waits here until that one has committed or failed. */
async function rememberEvent(tx: Tx, event: SignedEvent, receivedAt: Date): Promise<boolean> {
  const { id, type, livemode } = event;
  const payload = withoutPermits(event.payload);
  const { count } = await tx.paymentEvent.createMany({
    data: [{ id, type, livemode, payload, receivedAt }],
    skipDuplicates: true,
  });
  return count === 1;
}

// The address of the thank-you page and Stripe's client secrets open something for whoever reads them: not kept.
const PERMITS = ['success_url', 'client_secret'];

function withoutPermits(payload: SignedEvent['payload']): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(payload, (name, value) => (PERMITS.includes(name) ? undefined : value)));
}

// Signed by our own secret, yet of the other kind of money: somebody mixed up keys, and an admin has to know.
function alertWrongLivemode(at: Date): Promise<void> {
  return inTransaction((tx) =>
    recordAudit(tx, {
      at,
      actor: { kind: 'system', via: 'stripe' },
      action: 'payment_event.refuse',
      objectKind: 'payment_event',
      objectId: 'wrong_livemode',
    }),
  );
}
