import { afterEach, beforeAll, expect, test } from 'vitest';
import { setClockOffsetMs } from '@/lib/clock';
import { readSession } from '@/lib/customers/session';
import { db } from '@/lib/db/client';
import { readCheckoutByToken } from '@/lib/orders/read-checkout';
import { reconcileCheckouts } from '@/lib/orders/reconcile-checkout';
import { present } from '../payments/support';
import { useDatabase } from '../support/database';
import { aCustomer, aProduct } from '../support/factories';
import { aSession } from '../support/sessions';
import { anAddress, buy, findOrder, pressPay, useShop } from './support';

useDatabase();
const shop = useShop();
afterEach(() => setClockOffsetMs(0));

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

beforeAll(async () => {
  const coupon = await shop.payments.stripe.coupons.create({ percent_off: 100, duration: 'once' });
  const promotion = { type: 'coupon' as const, coupon: coupon.id };
  await shop.payments.stripe.promotionCodes.create({ promotion, code: 'GIFT' });
});

/** Somebody whose address nobody has proven, signed in with a password of theirs. */
async function anOpenAccount() {
  const customer = await aCustomer({ email: anAddress(), passwordHash: '$argon2id$own' });
  return { customer, session: await aSession({ customerId: customer.id, userAgent: 'a browser', address: '' }) };
}

const asGuest = (email: string) => ({ buyer: { kind: 'guest' as const, email, newPassword: 'chosen by typed' } });

async function aTrial() {
  const plans = [{ unitAmount: 900, billingInterval: 'month' as const, trialDays: 14 }];
  return { lines: [{ planNumber: (await aProduct({ plans })).plan.number, quantity: 1 }] };
}

/** A guest orders for nothing: by a code that takes everything off, or by beginning a trial. */
async function orderForNothing(kind: 'code' | 'trial', email: string) {
  const pressed = await pressPay({ ...asGuest(email), ...(kind === 'trial' ? await aTrial() : {}) });
  if (kind === 'code') {
    const body = new URLSearchParams({ action: 'apply_code', code: 'gift' });
    await shop.payments.double.handle(new Request(pressed.payUrl, { method: 'POST', body }));
  }
  await shop.payments.double.act(pressed.sessionId, 'pay');
  await shop.payments.double.settle();
  return pressed;
}

async function occasionsOf(email: string) {
  const mails = await db().outboxEntry.findMany({ where: { payload: { path: ['to'], equals: email } } });
  return mails.flatMap(({ payload }) => JSON.stringify(payload).match(/taken_back|order_waits/) ?? []).map(String);
}

const prove = (id: string) => db().customer.update({ where: { id }, data: { emailVerifiedAt: new Date() } });

test.each(['code', 'trial'] as const)(
  'a guest’s order that costs nothing (%s) neither closes an unproven account nor puts its keys there',
  async (kind) => {
    const { customer, session } = await anOpenAccount();
    const { sessionId, token } = await orderForNothing(kind, customer.email);
    expect(await findOrder(sessionId)).toBeNull();
    expect(await db().customer.findUniqueOrThrow({ where: { id: customer.id } })).toEqual(customer);
    expect(await readSession(session.id)).toBeDefined();
    expect(await db().apiResource.count({ where: { customerId: customer.id } })).toBe(0);
    expect(await readCheckoutByToken(token)).toEqual({ state: 'awaiting_proof', email: customer.email });
    expect(await occasionsOf(customer.email)).toEqual(['order_waits']);
    expect(await db().checkout.findUniqueOrThrow({ where: { stripeSessionId: sessionId } })).toMatchObject({
      newPasswordHash: null,
    });
  },
);

test.each(['code', 'trial'] as const)('it arrives (%s) as soon as the address is proven, once', async (kind) => {
  const { customer, session } = await anOpenAccount();
  const { sessionId, token } = await orderForNothing(kind, customer.email);
  expect(await readCheckoutByToken(token, { look: true })).toMatchObject({ state: 'awaiting_proof' });
  await prove(customer.id);
  const looks = await Promise.all([1, 2, 3].map(() => readCheckoutByToken(token, { look: true })));
  for (const view of looks) expect(view).toMatchObject({ state: 'ordered', order: { status: 'paid', totalAmount: 0 } });
  expect(present(await findOrder(sessionId)).customerId).toBe(customer.id);
  expect(await db().apiResource.count({ where: { customerId: customer.id } })).toBe(1);
  expect(await readSession(session.id)).toBeDefined();
  expect(await occasionsOf(customer.email)).toEqual(['order_waits']);
});

test('the job finds it too, and stops looking after thirty days', async () => {
  const [proven, silent] = [await anOpenAccount(), await anOpenAccount()];
  const [soon, never] = [
    await orderForNothing('code', proven.customer.email),
    await orderForNothing('code', silent.customer.email),
  ];
  await prove(proven.customer.id);
  await reconcileCheckouts(inDays(1));
  expect((await findOrder(soon.sessionId))?.status).toBe('paid');
  expect(await readCheckoutByToken(never.token)).toMatchObject({ state: 'awaiting_proof' });
  await reconcileCheckouts(inDays(31));
  expect(await readCheckoutByToken(never.token)).toEqual({ state: 'expired' });
  expect(await findOrder(never.sessionId)).toBeNull();
});

test('a trial that is paid for after all takes the account back and is an order', async () => {
  const { customer, session } = await anOpenAccount();
  const { sessionId } = await orderForNothing('trial', customer.email);
  setClockOffsetMs(16 * DAY_MS);
  await shop.payments.double.tick();
  await shop.payments.double.settle();
  expect((await findOrder(sessionId))?.customerId).toBe(customer.id);
  const orders = await db().order.findMany({ where: { customerId: customer.id }, orderBy: { number: 'asc' } });
  expect(orders.map(({ totalAmount }) => totalAmount)).toEqual([0, 900]);
  expect(await readSession(session.id)).toBeUndefined();
  expect(await occasionsOf(customer.email)).toEqual(['order_waits', 'taken_back']);
});

test('an order that was paid for takes the account back, and its mail says so', async () => {
  const { customer, session } = await anOpenAccount();
  const { order } = await buy(shop, asGuest(customer.email));
  expect(present(order).customerId).toBe(customer.id);
  expect(await readSession(session.id)).toBeUndefined();
  expect(await occasionsOf(customer.email)).toEqual(['taken_back']);
});

test('who is signed in, who has no account yet and who has proven the address get it at once', async () => {
  const { customer } = await anOpenAccount();
  const own = await buy(shop, { buyer: { kind: 'customer', customerId: customer.id }, ...(await aTrial()) });
  expect(own.order).toMatchObject({ status: 'paid', totalAmount: 0 });
  const fresh = await orderForNothing('trial', anAddress());
  expect((await findOrder(fresh.sessionId))?.checkout).toMatchObject({ createdCustomer: true });
  const proven = await aCustomer({ email: anAddress(), emailVerifiedAt: new Date() });
  const known = await orderForNothing('code', proven.email);
  expect((await findOrder(known.sessionId))?.customerId).toBe(proven.id);
});
