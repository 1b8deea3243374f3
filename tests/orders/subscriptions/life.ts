import { now, setClockOffsetMs } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { resourceState } from '@/lib/licensing/resource-state';
import { replayPaymentEvent } from '@/lib/orders/replay-payment-event';
import { present } from '../../payments/support';
import { bySystem } from '../../support/factories';
import type { Shop } from '../support';
import { dayOf, paymentOf, readAll, subscribe, toDay } from './support';

/** A subscription that things happen to. */
export type Life = Awaited<ReturnType<typeof aLife>>;

export async function aLife(shop: Shop, facts: Parameters<typeof subscribe>[1] = {}) {
  setClockOffsetMs(0);
  const begun = await subscribe(shop, facts);
  const { double, stripe } = shop.payments;
  const settled = async (change: Promise<unknown>) => {
    await change;
    await double.settle();
  };
  const chargeOf = async (index: number) => {
    const payment_intent = await paymentOf(shop, begun.id, index);
    return present((await stripe.charges.list({ payment_intent })).data.find(({ paid }) => paid)).id;
  };
  const update = (params: Parameters<typeof stripe.subscriptions.update>[1]) =>
    settled(stripe.subscriptions.update(begun.id, params));
  return {
    ...begun,
    read: () => readAll(begun.id),
    toDay: (days: number) => toDay(shop, days),
    update,
    endNow: () => settled(stripe.subscriptions.cancel(begun.id)),
    itemId: async () => present((await stripe.subscriptions.retrieve(begun.id)).items.data[0]).id,
    newCard: async (name: 'pm_card_visa' | 'pm_card_chargeDeclined') => {
      const card = await stripe.paymentMethods.attach(name, { customer: begun.stripeCustomerId });
      await update({ default_payment_method: card.id });
    },
    refund: async (index: number, amount?: number) => {
      const payment_intent = await paymentOf(shop, begun.id, index);
      const made = await stripe.refunds.create({ payment_intent, ...(amount ? { amount } : {}) });
      await double.settle();
      return made.id;
    },
    failRefund: (id: string) => settled(double.failRefund(id)),
    dispute: async (index: number) => {
      const { id } = await double.openDispute(await chargeOf(index));
      await double.settle();
      return id;
    },
    decide: (id: string, how: 'won' | 'lost') => settled(double.closeDispute(id, how)),
  };
}

/** A subscription with what its owner's functions are asked with. */
export async function anOwnedLife(shop: Shop, facts: Parameters<typeof aLife>[1] = {}) {
  const life = await aLife(shop, facts);
  const row = await life.read();
  const { customerId } = row;
  const ask = { subscriptionId: row.id, owner: { customerId }, actor: { kind: 'customer' as const, id: customerId } };
  return { life, row, ask, item: present(row.items[0]) };
}

/** How the right stands at this moment of the store's clock, in days from the machine's time. */
export async function standing(life: Life) {
  const { right, status, note, items } = await life.read();
  return {
    status,
    state: resourceState(right, now()),
    limit: right.activationLimit,
    plan: present(items[0]).plan.name,
    endsOn: right.expiresAt && dayOf(right.expiresAt),
    graceDays: right.graceUntil && right.expiresAt ? daysBetween(right.expiresAt, right.graceUntil) : 0,
    note,
  };
}

/** Every event that the store has had of this subscription is dealt with once more, the newest first. */
export async function replayBackwards(life: Life): Promise<string[]> {
  const events = await db().paymentEvent.findMany({ orderBy: [{ receivedAt: 'desc' }, { id: 'asc' }] });
  const own = events.filter(({ payload }) => {
    const text = JSON.stringify(payload);
    return text.includes(life.id) || text.includes(life.sessionId) || text.includes(life.stripeCustomerId);
  });
  for (const { id } of own) await replayPaymentEvent(id, { actor: bySystem });
  return own.map(({ id }) => id);
}

function daysBetween(from: Date, to: Date): number {
  return Math.round((to.getTime() - from.getTime()) / 86_400_000);
}
