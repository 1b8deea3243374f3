import type { AccessKeyKind } from '@/lib/access-keys/caller';
import { type CreateKeyWish, createKey } from '@/lib/access-keys/create-key';
import type { KeyValue } from '@/lib/access-keys/key-view';
import type { Actor } from '@/lib/audit/record-audit';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { mailJob } from '@/lib/jobs/enqueue-mail';
import { aCustomer } from './factories';
import { manageCall } from './manage-calls';

/** A person with room for any number of keys, and how they act in a browser. */
export async function anOwner(
  facts: { plan?: string; hasFactor?: boolean; role?: 'customer' | 'admin'; email?: string } = {},
) {
  const { plan = 'Unlimited', hasFactor = false, ...person } = facts;
  const customer = await aCustomer(person);
  const { id: accessPlanId } = await db().accessPlan.findUniqueOrThrow({ where: { name: plan } });
  await db().customer.update({ where: { id: customer.id }, data: { accessPlanId } });
  if (hasFactor) await aFactorOf(customer.id);
  return { customer, customerId: customer.id, actor: ownerActor(customer) };
}

/** A second factor as it stands after its first code. */
export function aFactorOf(customerId: string, at: Date = now()) {
  return db().secondFactor.create({
    data: { customerId, kind: 'totp', name: 'Phone', createdAt: at, confirmedAt: at, sealedSeed: new Uint8Array(1) },
  });
}

export type Owner = Awaited<ReturnType<typeof anOwner>>;

function ownerActor({ id, role }: { id: string; role: 'customer' | 'admin' }): Actor {
  return { kind: role, id, via: 'session:test', address: '192.0.2.1' };
}

/** A key of theirs with its value in clear. */
export async function aKeyOf(owner: Owner, facts: Partial<Omit<CreateKeyWish, 'customerId'>> = {}) {
  const kind: AccessKeyKind = facts.kind ?? 'standard';
  const made = await createKey({
    name: 'Nightly export',
    actor: owner.actor,
    ...facts,
    kind,
    customerId: owner.customerId,
  });
  if (!made.ok) throw new Error(made.reason);
  return { ...made.key, value: made.value };
}

let calls = 0;

/** What `/whoami` answers somebody who shows a value, each time from another address: 200, or the code of the refusal. */
export async function shown(value: KeyValue): Promise<200 | string> {
  calls += 1;
  const address = `198.51.${Math.floor(calls / 250)}.${calls % 250}`;
  const answer =
    value.kind === 'pair'
      ? await manageCall(undefined, 'GET', '/whoami', undefined, { address, headers: basic(value) })
      : await manageCall(value.key, 'GET', '/whoami', undefined, { address });
  return answer.status === 200 ? 200 : String(answer.json.code);
}

/** A pair as HTTP Basic. */
export function basic({ accessKeyId, accessSecret }: Extract<KeyValue, { kind: 'pair' }>): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${accessKeyId}:${accessSecret}`).toString('base64')}` };
}

/** The notices about keys that wait for somebody, oldest first. */
export async function noticesTo(email: string) {
  const rows = await db().outboxEntry.findMany({
    where: { kind: 'mail' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.flatMap(({ payload }) => {
    const mail = mailJob.parse(payload);
    return mail.template === 'access_key_notice' && mail.to === email ? [mail] : [];
  });
}

/** What the audit says of a key, oldest first. */
export function auditOf(sid: string) {
  return db().auditEntry.findMany({ where: { objectKind: 'access_key', objectId: sid }, orderBy: { id: 'asc' } });
}
