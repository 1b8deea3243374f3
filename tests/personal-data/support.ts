import { createKey } from '@/lib/access-keys/create-key';
import { now } from '@/lib/clock';
import { saveProfile } from '@/lib/customers/profile';
import { db, pool } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { setMailChoices } from '@/lib/mailbox/set-mail-choices';
import { deleteAccount } from '@/lib/personal-data/delete-account';
import { forgettingHandlers } from '@/lib/personal-data/forget-traces';
import { readDeletion } from '@/lib/personal-data/read-deletion';
import { aCall } from '../support/client-calls';
import { aResource } from '../support/factories';
import { aPerson } from '../support/second-factors';

export type Somebody = Awaited<ReturnType<typeof somebody>>;

/** A signed-in person with a proven address and two licences, one of them activated on two machines. */
export async function somebody(facts: Parameters<typeof aPerson>[1] = {}) {
  const person = await aPerson(now(), { emailVerifiedAt: now(), ...facts });
  const { id: customerId } = person.customer;
  const licence = await aResource({ customerId, activationLimit: 5 });
  const other = await aResource({ customerId });
  for (const instance of ['laptop', 'server']) {
    await activate([aCall(licence.key, licence.planNumber, instance)], { at: now(), strict: false });
  }
  return { ...person, customerId, email: person.customer.email, licence, other };
}

/** Fills in what else a person leaves in a store, each with a word of theirs: `mark`. */
export async function leaveTraces({ customer, customerId, actor, licence }: Somebody, mark: string): Promise<void> {
  await saveProfile(
    customerId,
    { name: `${mark} Name`, company: `${mark} Company`, vatId: '', invoiceAddress: `${mark} Street` },
    { actor: { ...actor, agent: `${mark} agent` } },
  );
  await setMailChoices({ customerId, choices: { device_activated: true }, actor });
  const made = await createKey({ customerId, kind: 'standard', name: `${mark} key`, note: `${mark} note`, actor });
  if (!made.ok) throw new Error(made.reason);
  const key = await db().accessKey.findUniqueOrThrow({ where: { sid: made.key.sid } });
  const { hint } = await db().licenseKey.findFirstOrThrow({ where: { apiResourceId: licence.resourceId } });
  const where = { address: '203.0.113.77', userAgent: `${mark} agent` };
  const call = { at: now(), protocol: 'v1', action: 'status', outcome: 'ok', durationUs: 1 };
  await db().requestLogEntry.create({ data: { ...call, ...where, keyHint: hint, customerId } });
  await db().accessCall.create({
    data: {
      ...{ ...where, at: now(), requestId: crypto.randomUUID(), accessKeyId: key.id, customerId, operation: 'whoami' },
      ...{ method: 'GET', path: '/api/v1/whoami', status: 200, outcome: 'ok', durationUs: 1 },
    },
  });
  await db().downloadEntry.create({
    data: {
      ...{ ...where, at: now(), lastAt: now(), requests: 1, way: 'link', outcome: 'served', customerId },
      ...{ isPartial: false, sameness: new Uint8Array(8) },
    },
  });
  await db().accessNetwork.create({
    data: { accessKeyId: key.id, block: '203.0.113.0/24', firstSeenAt: now(), lastSeenAt: now() },
  });
  await db().session.updateMany({ where: { customerId }, data: where });
  const { id: productId, plan } = licence.product;
  const item = {
    ...{ planId: plan.id, productId, quantity: 1, unitAmount: plan.unitAmount, currency: 'usd', title: 'Acme Backup' },
    ...{ planName: plan.name, activationLimit: 1, termDays: null },
  };
  await db().checkout.create({
    data: {
      ...{ tokenDigest: new Uint8Array(32).map(() => Math.floor(Math.random() * 256)), customerId },
      ...{ email: customer.email, name: `${mark} Name`, items: [item], currency: 'usd', status: 'expired' },
      ...{ createdAt: now(), expiresAt: now() },
    },
  });
}

/** Presses Delete as the page offers it: with the account's address and the number of licences that it shows. */
export async function pressDelete(
  { customer, sessionId, actor }: Pick<Somebody, 'customer' | 'sessionId' | 'actor'>,
  wish: { typedAddress?: string; shownLicences?: number } = {},
) {
  const { stopping } = await readDeletion(customer.id);
  return deleteAccount({
    customer: { id: customer.id, sessionId },
    typedAddress: customer.email,
    shownLicences: stopping.licences,
    actor,
    ...wish,
  });
}

/** Does now what a deletion promised for later. */
export async function forgetNow(customerId: string): Promise<void> {
  const jobs = await db().outboxEntry.findMany({ where: { kind: 'forget_person' }, orderBy: { availableAt: 'asc' } });
  for (const { id, kind, payload, createdAt, attempts } of jobs) {
    if (!JSON.stringify(payload).includes(customerId)) continue;
    await forgettingHandlers().forget_person?.(payload, { id, kind, attempt: attempts, createdAt, payload });
    await db().outboxEntry.delete({ where: { id } });
  }
}

/** The tables that hold a text in any of their columns. */
export async function tablesWith(text: string): Promise<string[]> {
  const { rows: tables } = await pool().query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pool().query(`SELECT 1 FROM ${name} t WHERE t::text ILIKE $1 LIMIT 1`, [`%${text}%`]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}
