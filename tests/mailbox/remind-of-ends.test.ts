import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { mailJob } from '@/lib/jobs/enqueue-mail';
import { composeMail } from '@/lib/mailbox/compose-mail';
import { remindOfEnds } from '@/lib/mailbox/remind-of-ends';
import { setMailChoices } from '@/lib/mailbox/set-mail-choices';
import { storeMailReaders } from '@/lib/mailbox/store-mail-readers';
import { useDatabase } from '../support/database';
import { aCustomer, aResource, bySystem, first } from '../support/factories';

useDatabase();

const DAY_MS = 86_400_000;
const bought = new Date('2027-01-01T12:00:00Z');
const end = new Date(bought.getTime() + 365 * DAY_MS);
const before = (days: number) => new Date(end.getTime() - days * DAY_MS);

beforeEach(async () => {
  await db().outboxEntry.deleteMany({ where: { kind: 'mail' } });
  // Those of the test before have no end any more.
  await db().apiResource.updateMany({ data: { expiresAt: null } });
});

async function aYear(customerId?: string) {
  const made = await aResource({ at: bought, termDays: 365, ...(customerId === undefined ? {} : { customerId }) });
  await db().apiResource.update({ where: { id: made.resourceId }, data: { expiresAt: end } });
  return made;
}

async function reminders() {
  const rows = await db().outboxEntry.findMany({ where: { kind: 'mail' }, orderBy: { dedupeKey: 'asc' } });
  return rows.map(({ payload }) => mailJob.parse(payload));
}

async function subjectAt(at: Date) {
  const composed = await composeMail(first(await reminders()), storeMailReaders, 'recipient', at);
  if (!composed.ok) throw new Error(composed.reason);
  return { subject: composed.mail.subject, isCurrent: composed.isCurrent };
}

test('an end is told of 30 and 7 days ahead and one day after, once each, however often it is looked', async () => {
  await aYear();
  const told = [];
  for (const days of [40, 31, 30, 29, 8, 7, 6, 1, 0, -0.9, -1, -2, -7, -30]) {
    told.push(`${days}: ${await remindOfEnds(before(days))}${await remindOfEnds(before(days))}`);
  }
  expect(told.filter((line) => !line.endsWith('00'))).toEqual(['30: 10', '7: 10', '-1: 10']);
});

test('a mail says how many days are left when it is read, and names the day', async () => {
  await aYear();
  await remindOfEnds(before(30));
  expect(await subjectAt(before(29.5))).toEqual({
    subject: '[DEMO] Your licence ends in 30 days: Acme Backup',
    isCurrent: true,
  });
  expect((await subjectAt(before(-1))).subject).toContain('Your licence ended on 1 January 2028');
});

test('licences of one customer that end together are one mail', async () => {
  const customer = await aCustomer();
  await aYear(customer.id);
  await aYear(customer.id);
  expect(await remindOfEnds(before(7))).toBe(1);
  expect(first(await reminders())).toMatchObject({
    facts: { apiResourceIds: [expect.any(String), expect.any(String)] },
  });
});

test('an extended licence is told of its new end, and the mail about the old one is not sent', async () => {
  const { resourceId: apiResourceId } = await aYear();
  expect(await remindOfEnds(before(7))).toBe(1);
  const later = new Date(end.getTime() + 365 * DAY_MS);
  await db().apiResource.update({ where: { id: apiResourceId }, data: { expiresAt: later } });
  expect((await subjectAt(before(6))).isCurrent).toBe(false);
  expect(await remindOfEnds(before(7))).toBe(0);
  expect(await remindOfEnds(new Date(later.getTime() - 7 * DAY_MS))).toBe(1);
});

test.each([
  ['a lifetime', { expiresAt: null }],
  ['a revoked licence', { revokedAt: bought }],
  ['a suspended licence', { suspendedAt: bought }],
  ['a licence in its payment grace', { graceUntil: new Date(end.getTime() + 30 * DAY_MS) }],
])('%s is not told of', async (_what, data) => {
  const { resourceId: apiResourceId } = await aYear();
  await db().apiResource.update({ where: { id: apiResourceId }, data });
  for (const days of [30, 7, -1]) expect(await remindOfEnds(before(days))).toBe(0);
});

test('a subscription that renews by itself is not told of, one that was cancelled is', async () => {
  const { resourceId: apiResourceId, customerId } = await aYear();
  const { planId, orderItemId } = await db().apiResource.findUniqueOrThrow({ where: { id: apiResourceId } });
  const subscription = await db().subscription.create({
    data: { customerId, status: 'active', createdAt: bought, items: { create: { planId, orderItemId, quantity: 1 } } },
  });
  expect(await remindOfEnds(before(7))).toBe(0);
  await db().subscription.update({ where: { id: subscription.id }, data: { cancelAt: end } });
  expect(await remindOfEnds(before(7))).toBe(1);
});

test('whoever does not want these mails gets none', async () => {
  const { customerId } = await aYear();
  await setMailChoices({ customerId, choices: { licence_ending: false }, actor: bySystem });
  expect(await remindOfEnds(before(7))).toBe(0);
});

test('a term bought shortly before its end is told of by no mail that would come at once', async () => {
  const { resourceId: apiResourceId } = await aYear();
  await db().apiResource.update({ where: { id: apiResourceId }, data: { createdAt: before(5) } });
  for (const days of [5, 4, 1]) expect(await remindOfEnds(before(days))).toBe(0);
});
