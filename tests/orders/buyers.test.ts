import { expect, test } from 'vitest';
import { setClockOffsetMs } from '@/lib/clock';
import { verifyPassword } from '@/lib/customers/password';
import { readSession } from '@/lib/customers/session';
import { db } from '@/lib/db/client';
import { newCheckoutToken } from '@/lib/orders/checkout-token';
import { claimNewAccount } from '@/lib/orders/claim-new-account';
import { listOrders } from '@/lib/orders/list-orders';
import { readCheckoutByToken } from '@/lib/orders/read-checkout';
import { readOrder } from '@/lib/orders/read-order';
import { readOrderMail } from '@/lib/orders/read-order-mail';
import { reconcileCheckout, reconcileCheckouts } from '@/lib/orders/reconcile-checkout';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { present } from '../payments/support';
import { useDatabase } from '../support/database';
import { aCustomer, bySystem } from '../support/factories';
import { aSession } from '../support/sessions';
import { anAddress, buy, findOrder, pressPay, useShop } from './support';

useDatabase();
const shop = useShop();

const later = (ms: number) => new Date(Date.now() + ms);
const HOUR = 3_600_000;
const onlyMaster = { showProductOrderApiKeys: false, showMasterApiKey: true };
const onlyProductOrder = { showProductOrderApiKeys: true, showMasterApiKey: false };
const both = { showProductOrderApiKeys: true, showMasterApiKey: true };

test('a new buyer gets an account with the password they chose, and a mail to confirm the address', async () => {
  const buyer = { kind: 'guest' as const, email: anAddress(), name: 'Ada', newPassword: 'chosen by chosen' };
  const { order } = await buy(shop, { buyer, company: 'Ada Ltd', vatId: 'GB1' });
  const { customer, checkout } = present(order);
  expect(customer).toMatchObject({ email: buyer.email, name: 'Ada', role: 'customer' });
  expect(await verifyPassword(customer.passwordHash, buyer.newPassword)).toMatchObject({ matches: true });
  expect(customer.emailVerifiedAt).toBeNull();
  expect(checkout).toMatchObject({ newPasswordHash: null, createdCustomer: true });
  expect(order).toMatchObject({ company: 'Ada Ltd', vatId: 'GB1' });
  const mails = await db().outboxEntry.findMany({ where: { kind: 'mail' } });
  const templates = mails.filter(({ payload }) => JSON.stringify(payload).includes(buyer.email));
  expect(templates).toHaveLength(2);
});

test('a guest with the proven address of an account adds to it and changes nothing in it', async () => {
  const { id } = await aCustomer({ passwordHash: '$argon2id$own' });
  const known = await db().customer.update({ where: { id }, data: { emailVerifiedAt: new Date() } });
  const buyer = { kind: 'guest' as const, email: known.email, name: 'Mallory', newPassword: 'chosen by evil' };
  const { order } = await buy(shop, { buyer });
  expect(present(order).customerId).toBe(known.id);
  expect(await db().customer.findUniqueOrThrow({ where: { id: known.id } })).toEqual(known);
  expect(present(order).checkout).toMatchObject({ createdCustomer: false, customerId: null, newPasswordHash: null });
});

test('whoever opened an account with an address they never proved is out of it before somebody else’s keys arrive', async () => {
  const email = anAddress();
  const opened = await buy(shop, { buyer: { kind: 'guest', email, newPassword: 'chosen by waiting' } });
  const customerId = present(opened.order).customerId;
  const session = await aSession({ customerId, userAgent: 'a browser', address: '' });
  const key = present(await db().accessKey.findFirst({ where: { customerId } }));

  const { order } = await buy(shop, { buyer: { kind: 'guest', email, newPassword: 'chosen by own' } });

  expect(present(order).customerId).toBe(customerId);
  expect(await readSession(session.id)).toBeUndefined();
  expect(await claimNewAccount(opened.token)).toBeUndefined();
  expect(await db().customer.findUniqueOrThrow({ where: { id: customerId } })).toMatchObject({ passwordHash: null });
  expect(await db().accessKey.findUniqueOrThrow({ where: { id: key.id } })).toMatchObject({ state: 'revoked' });
  const links = await db().oneUseToken.findMany({ where: { customerId, purpose: 'verify_email', usedAt: null } });
  expect(links).toHaveLength(1);
});

test('a buyer who is signed in keeps their password and their browser, proven or not', async () => {
  const customer = await aCustomer({ passwordHash: '$argon2id$own' });
  const session = await aSession({ customerId: customer.id, userAgent: 'a browser', address: '' });
  await buy(shop, { buyer: { kind: 'customer', customerId: customer.id } });
  expect(await db().customer.findUniqueOrThrow({ where: { id: customer.id } })).toEqual(customer);
  expect(await readSession(session.id)).toBeDefined();
});

test('the second purchase keeps the master key', async () => {
  const customer = await aCustomer();
  const buyer = { kind: 'customer' as const, customerId: customer.id };
  await buy(shop, { buyer });
  await buy(shop, { buyer });
  expect(await db().licenseKey.count({ where: { customerId: customer.id, kind: 'master' } })).toBe(1);
  expect(await db().apiResource.count({ where: { customerId: customer.id } })).toBe(2);
});

test('the thank-you page shows what was bought and both keys to the buyer of a new account, also after a reload', async () => {
  const { token, order } = await buy(shop);
  for (let visit = 0; visit < 2; visit++) {
    expect(await readCheckoutByToken(token)).toMatchObject({
      state: 'ordered',
      canSignIn: true,
      masterApiKey: expect.stringMatching(/^lkm_/),
      order: { number: present(order).number, items: [{ productOrderApiKey: expect.stringMatching(/^lko_/) }] },
      keysElsewhere: false,
    });
  }
});

test('a guest who typed somebody’s address sees what they bought, never that account’s master key', async () => {
  const known = await aCustomer();
  await buy(shop, { buyer: { kind: 'customer', customerId: known.id } });
  const { token } = await buy(shop, { buyer: { kind: 'guest', email: known.email } });
  const view = present(await readCheckoutByToken(token));
  expect(view).toMatchObject({ state: 'ordered', canSignIn: false, keysElsewhere: true });
  expect(JSON.stringify(view)).not.toContain('lkm_');
  expect(JSON.stringify(view)).toContain('lko_');
  expect(await claimNewAccount(token)).toBeUndefined();
});

test('a new account is handed over once, and only within the hour', async () => {
  const { token, order } = await buy(shop);
  const claims = await Promise.all([claimNewAccount(token), claimNewAccount(token), claimNewAccount(token)]);
  expect(claims.filter(Boolean)).toMatchObject([{ customerId: present(order).customerId }]);
  expect(await readCheckoutByToken(token)).toMatchObject({ canSignIn: false, masterApiKey: expect.any(String) });
  const second = await buy(shop);
  expect(await claimNewAccount(second.token, { at: later(2 * HOUR) })).toBeUndefined();
});

test('after an hour the master key needs its owner, signed in', async () => {
  const { token, order } = await buy(shop);
  const at = later(2 * HOUR);
  const stranger = await aCustomer();
  for (const viewer of [{}, { viewerId: stranger.id }]) {
    const view = present(await readCheckoutByToken(token, { at, ...viewer }));
    expect(view).toMatchObject({ keysElsewhere: true });
    expect(JSON.stringify(view)).toContain('lko_');
    expect(JSON.stringify(view)).not.toContain('lkm_');
  }
  const own = await readCheckoutByToken(token, { at, viewerId: present(order).customerId });
  expect(own).toMatchObject({ masterApiKey: expect.stringMatching(/^lkm_/), keysElsewhere: false });
});

test('after a week the address is a receipt without keys', async () => {
  const { token } = await buy(shop);
  const view = await readCheckoutByToken(token, { at: later(8 * 24 * HOUR) });
  expect(view).toMatchObject({ state: 'ordered', keysElsewhere: true, canSignIn: false });
  expect(JSON.stringify(view)).not.toMatch(/lk[mo]_/);
});

test('only the exact token opens a checkout', async () => {
  const { token } = await buy(shop);
  const guesses = ['', token.slice(1), `${token}A`, token.toLowerCase(), newCheckoutToken(), "' OR 1=1 --"];
  for (const guess of guesses) expect(await readCheckoutByToken(guess)).toBeUndefined();
});

test('the browser that is back before the event waits, looks, and finds the order; the event then changes nothing', async () => {
  const { token, sessionId, payUrl } = await pressPay();
  expect(await readCheckoutByToken(token, { look: true })).toEqual({ state: 'waiting', payUrl });
  await shop.payments.double.act(sessionId, 'pay');
  expect(await readCheckoutByToken(token)).toEqual({ state: 'waiting', payUrl });
  const views = await Promise.all(Array.from({ length: 5 }, () => readCheckoutByToken(token, { look: true })));
  for (const view of views) expect(view).toMatchObject({ state: 'ordered', order: { status: 'paid' } });
  const before = await findOrder(sessionId);
  await shop.payments.double.settle();
  expect(await findOrder(sessionId)).toEqual(before);
});

test('the event and the looking browser at the same instant make one order', async () => {
  const { token, sessionId } = await pressPay();
  await shop.payments.double.act(sessionId, 'pay');
  await Promise.all([
    shop.payments.double.settle(),
    readCheckoutByToken(token, { look: true }),
    readCheckoutByToken(token, { look: true }),
  ]);
  const order = present(await findOrder(sessionId));
  expect(await db().apiResource.count({ where: { customerId: order.customerId } })).toBe(1);
});

test('whoever looks at the same instant, exactly one fulfils and nobody fails', async () => {
  const { sessionId } = await pressPay();
  await shop.payments.double.act(sessionId, 'pay');
  const { id } = await db().checkout.findUniqueOrThrow({ where: { stripeSessionId: sessionId } });
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => reconcileCheckout(id)));
  expect(outcomes.filter((outcome) => outcome === 'fulfilled')).toHaveLength(1);
  expect(outcomes.every((outcome) => ['fulfilled', 'already_fulfilled', 'nothing_to_do'].includes(outcome))).toBe(true);
  await shop.payments.double.settle();
});

test('two checkouts of one new address, paid at the same instant, make one account and one master key', async () => {
  const buyer = { kind: 'guest' as const, email: anAddress() };
  const [one, two] = [await pressPay({ buyer }), await pressPay({ buyer })];
  for (const { sessionId } of [one, two]) await shop.payments.double.act(sessionId, 'pay');
  const views = await Promise.all([one, two].map(({ token }) => readCheckoutByToken(token, { look: true })));
  expect(views).toMatchObject([{ order: { status: 'paid' } }, { order: { status: 'paid' } }]);
  const customer = await db().customer.findUniqueOrThrow({ where: { email: buyer.email } });
  expect(await db().licenseKey.count({ where: { customerId: customer.id, kind: 'master' } })).toBe(1);
  expect(await db().apiResource.count({ where: { customerId: customer.id } })).toBe(2);
  await shop.payments.double.settle();
});

test('a waiting, a cancelled and an expired checkout are told as what they are', async () => {
  const waiting = await buy(shop, {}, ['later']);
  expect(await readCheckoutByToken(waiting.token)).toMatchObject({ order: { status: 'awaiting_payment' } });
  expect(JSON.stringify(await readCheckoutByToken(waiting.token))).not.toMatch(/lk[mo]_/);
  const failed = await buy(shop, {}, ['later', 'fail']);
  expect(await readCheckoutByToken(failed.token)).toMatchObject({ order: { status: 'cancelled' } });
  const expired = await buy(shop, {}, ['expire']);
  expect(await readCheckoutByToken(expired.token)).toEqual({ state: 'expired' });
});

test('a payment whose events never arrive is found by the job', async () => {
  const { sessionId } = await pressPay();
  const stillOpen = await pressPay();
  await shop.payments.double.act(sessionId, 'pay');
  expect(await reconcileCheckouts()).toEqual({ decided: 0, failed: 0 });
  expect(await reconcileCheckouts(later(11 * 60_000))).toMatchObject({ decided: 1, failed: 0 });
  expect((await findOrder(sessionId))?.status).toBe('paid');
  expect(await findOrder(stillOpen.sessionId)).toBeNull();
  setClockOffsetMs(25 * HOUR);
  await reconcileCheckouts();
  setClockOffsetMs(0);
  expect(await readCheckoutByToken(stillOpen.token)).toEqual({ state: 'expired' });
  await shop.payments.double.settle();
});

test('orders are listed and read by their owner alone', async () => {
  const [one, two] = [await buy(shop), await buy(shop)];
  const [mine, theirs] = [present(one.order), present(two.order)];
  const { customerId } = mine;
  expect((await listOrders({ customerId })).map(({ id }) => id)).toEqual([mine.id]);
  expect(await readOrder({ customerId, orderId: mine.id })).toMatchObject({ number: mine.number });
  expect(await readOrder({ customerId, orderNumber: mine.number })).toMatchObject({ id: mine.id });
  for (const orderId of [theirs.id, 'constructor', '', crypto.randomUUID()]) {
    expect(await readOrder({ customerId, orderId })).toBeUndefined();
  }
  for (const orderNumber of [theirs.number, -1, 1.5, Number.NaN, 1e12]) {
    expect(await readOrder({ customerId, orderNumber })).toBeUndefined();
  }
});

test('pages and mails of an order show exactly the keys that the settings show', async () => {
  const { order, token } = await buy(shop);
  const { id: orderId, customerId } = present(order);
  const shown = async () => ({
    mail: JSON.stringify(await readOrderMail(orderId)).match(/lk[mo](?=_)/g) ?? [],
    page: JSON.stringify(await readOrder({ customerId, orderId })).match(/lk[mo](?=_)/g) ?? [],
    thanks: JSON.stringify(await readCheckoutByToken(token)).match(/lk[mo](?=_)/g) ?? [],
  });
  await saveStoreSettings(onlyMaster, bySystem);
  expect(await readCheckoutByToken(token)).toMatchObject({ keysElsewhere: false });
  expect(await shown()).toEqual({ mail: ['lkm'], page: [], thanks: ['lkm'] });
  await saveStoreSettings(onlyProductOrder, bySystem);
  expect(await shown()).toEqual({ mail: ['lko'], page: ['lko'], thanks: ['lko'] });
  await saveStoreSettings(both, bySystem);
  const all = await shown();
  expect([all.mail.length, all.page.length, all.thanks.length]).toEqual([2, 1, 2]);
  expect(await readOrderMail('nonsense')).toBeUndefined();
});
