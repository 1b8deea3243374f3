import { afterEach, expect, test } from 'vitest';
import { setClockOffsetMs } from '@/lib/clock';
import { readPaymentEvent, verifyPaymentEvent } from '@/lib/payments/read-payment-event';
import { aSubscription, invoicesOf, onDay } from './subscribe';
import { present, type RunningDouble, runDouble } from './support';

let running: RunningDouble;
afterEach(async () => {
  setClockOffsetMs(0);
  await running.stop();
});

/** What every delivery of a type means when it is read at the end, in the order in which they arrived. */
async function meanings(type: string) {
  const arrived = running.received.filter(({ event }) => event.type === type);
  return Promise.all(
    arrived.map(async ({ body, signature }) => {
      const verified = verifyPaymentEvent(body, signature);
      if (!verified.ok) throw new Error(verified.reason);
      return readPaymentEvent(verified.event);
    }),
  );
}

test.each([1, 2, 3])('a year over a bad network (%i) tells every renewal, and the present truth only', async (seed) => {
  running = await runDouble();
  const { id } = await aSubscription(running);
  running.double.setChaos({ duplicate: true, reorder: true, drop: 1, delayOneIn: 3, seed });
  await onDay(running, 200);
  await running.stripe.subscriptions.update(id, { cancel_at_period_end: true });
  await onDay(running, 366);
  await running.double.settle();
  const ends = await meanings('customer.subscription.updated');
  expect(new Set(ends.map(({ kind }) => kind))).toEqual(new Set(['subscription_ended']));
  const paid = await meanings('invoice.paid');
  const invoices = new Set(paid.map((meaning) => ('invoice' in meaning ? meaning.invoice.invoiceId : meaning.kind)));
  expect(invoices).toEqual(new Set((await invoicesOf(running, id)).map((invoice) => invoice.id)));
  const lastPaid = Math.max(
    ...(await invoicesOf(running, id)).flatMap(({ lines }) => lines.data.map(({ period }) => period.end)),
  );
  expect((await running.stripe.subscriptions.retrieve(id)).ended_at).toBe(lastPaid);
  expect(present(paid[0]).kind).toBe('invoice_paid');
});
