import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { newCheckoutToken } from '@/lib/orders/checkout-token';
import { type RenewalWish, startRenewal } from '@/lib/orders/start-renewal';
import { refundPayment } from '@/lib/payments/refund-payment';
import { aProduct, aResource, type PlanFacts } from '../support/factories';
import { findOrder, paymentIntentOf, type Shop, sessionOf } from './support';

export const DAY_MS = 86_400_000;
export const daysFrom = (at: Date, days: number) => new Date(at.getTime() + days * DAY_MS);

/** A right to 3 places for a year (49.00), of which so many days are left; negative: it ended so many days ago. */
export async function aTerm(
  daysLeft: number,
  facts: { plan?: PlanFacts; quantity?: number; customerId?: string } = {},
) {
  const { plan, ...rest } = facts;
  const product = await aProduct({ plans: [{ unitAmount: 4900, termDays: 365, ...plan }] });
  const bought = await aResource({ product, termDays: 365, ...rest, at: daysFrom(now(), daysLeft - 365) });
  return { ...bought, plan: product.plan, endsAt: daysFrom(now(), daysLeft) };
}

type Term = { customerId: string; resourceId: string };

/** What pressing Renew sends for one right. */
export function aWish(term: Term, wish: Partial<RenewalWish> = {}): RenewalWish {
  const { customerId, resourceId } = term;
  return { formToken: newCheckoutToken(), customerId, apiResourceIds: [resourceId], ...wish };
}

/** Why it is refused; `ok` when the payment page opens. */
export async function reasonFor(term: Term, wish: Partial<RenewalWish> = {}): Promise<string> {
  const result = await startRenewal(aWish(term, wish));
  return result.ok ? 'ok' : result.reason;
}

/** Presses Renew and pays; the events are delivered. */
export async function renew(shop: Shop, term: Term, wish: Partial<RenewalWish> = {}) {
  const started = await startRenewal(aWish(term, wish));
  if (!started.ok) throw new Error(started.reason);
  const sessionId = sessionOf(started.payUrl);
  await shop.payments.double.act(sessionId, 'pay');
  await shop.payments.double.settle();
  return { sessionId, order: await findOrder(sessionId) };
}

let requests = 0;
/** Gives the money of a renewal back and delivers the news. */
export async function refundRenewal(shop: Shop, sessionId: string): Promise<void> {
  const paymentIntentId = await paymentIntentOf(shop, sessionId);
  const made = await refundPayment({ paymentIntentId, requestId: `renewal-${requests++}` });
  if (!made.ok) throw new Error(made.reason);
  await shop.payments.double.settle();
}

/** How a right stands, with everything a renewal must leave alone. */
export async function standingOf({ resourceId }: { resourceId: string }) {
  const row = await db().apiResource.findUniqueOrThrow({
    where: { id: resourceId },
    include: { keys: { where: { replacedAt: null }, select: { id: true } }, activations: { select: { id: true } } },
  });
  return {
    keys: row.keys.map(({ id }) => id).sort(),
    activations: row.activations.map(({ id }) => id).sort(),
    limit: row.activationLimit,
    isRevoked: row.revokedAt !== null,
    expiresAt: row.expiresAt,
    updatesUntil: row.updatesUntil,
  };
}
