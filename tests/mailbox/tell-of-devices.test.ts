import { expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { mailJob } from '@/lib/jobs/enqueue-mail';
import { composeMail } from '@/lib/mailbox/compose-mail';
import { setMailChoices } from '@/lib/mailbox/set-mail-choices';
import { storeMailReaders } from '@/lib/mailbox/store-mail-readers';
import { tellOfDevices } from '@/lib/mailbox/tell-of-devices';
import { useDatabase } from '../support/database';
import { aResource, bySystem, first } from '../support/factories';

useDatabase();

const HOUR_MS = 3_600_000;

async function aBuyer() {
  const made = await aResource({ activationLimit: null });
  const resource = await db().apiResource.findUniqueOrThrow({
    where: { id: made.resourceId },
    include: { keys: true, customer: true },
  });
  return { ...made, productId: resource.productId, licenseKeyId: first(resource.keys).id, to: resource.customer.email };
}

type Buyer = Awaited<ReturnType<typeof aBuyer>>;

const wish = (buyer: Buyer, device_activated: boolean) =>
  setMailChoices({ customerId: buyer.customerId, choices: { device_activated }, actor: bySystem }, hoursAgo(12));
const hoursAgo = (hours: number) => new Date(now().getTime() - hours * HOUR_MS);

async function activated(buyer: Buyer, instance: string, at: Date) {
  const { resourceId: apiResourceId, customerId, productId, licenseKeyId } = buyer;
  const row = { apiResourceId, customerId, productId, licenseKeyId, instance, requestedProduct: '1' };
  return db().activation.create({ data: { ...row, address: '192.0.2.7', activatedAt: at, lastSeenAt: at } });
}

async function mailsTo({ to }: Buyer) {
  const rows = await db().outboxEntry.findMany({ where: { kind: 'mail' } });
  return rows.map(({ payload }) => mailJob.parse(payload)).filter((mail) => mail.to === to);
}

test('nobody who did not choose so is told of a device', async () => {
  const buyer = await aBuyer();
  await activated(buyer, 'site-1', hoursAgo(1));
  await tellOfDevices(now());
  expect(await mailsTo(buyer)).toEqual([]);
});

test('a new device is told of once, with what it is and where it called from; earlier ones are not', async () => {
  const buyer = await aBuyer();
  await activated(buyer, 'old.example', hoursAgo(13));
  await wish(buyer, true);
  await activated(buyer, 'new.example', hoursAgo(1));
  await tellOfDevices(now());
  await tellOfDevices(now());
  const mails = await mailsTo(buyer);
  expect(mails).toHaveLength(1);
  const composed = await composeMail(first(mails), storeMailReaders, 'recipient');
  if (!composed.ok) throw new Error(composed.reason);
  expect(composed.mail.subject).toContain('Acme Backup was activated on a new device');
  for (const part of ['new.example', '192.0.2.7']) expect(composed.mail.text).toContain(part);
});

test('twenty devices in a day are five mails, and the next day tells again', async () => {
  const buyer = await aBuyer();
  await wish(buyer, true);
  for (let n = 0; n < 20; n++) await activated(buyer, `site-${n}`, hoursAgo(1));
  for (let n = 0; n < 3; n++) await tellOfDevices(now());
  expect(await mailsTo(buyer)).toHaveLength(5);
  await db().outboxEntry.updateMany({ where: { kind: 'mail' }, data: { createdAt: hoursAgo(48) } });
  await db().activation.updateMany({ where: { customerId: buyer.customerId }, data: { activatedAt: hoursAgo(30) } });
  await activated(buyer, 'next-day', hoursAgo(0.5));
  await tellOfDevices(now());
  expect(await mailsTo(buyer)).toHaveLength(6);
});
