import { randomUUID } from 'node:crypto';
import { now } from '@/lib/clock';
import { db, type Prisma } from '@/lib/db/client';
import { newAccessKeyId, newDeveloperKey, newKeySid } from '@/lib/secrets/developer-key';
import { lookupDigest, pepperVersion } from '@/lib/secrets/lookup-digest';
import { aCustomer } from './factories';

type KeyWish = {
  kind?: 'standard' | 'secret' | 'pair';
  customerId?: string;
  role?: 'customer' | 'admin';
  /** Of the owner; made for the occasion. */
  plan?: Partial<Prisma.AccessPlanUncheckedCreateInput>;
  facts?: Partial<Prisma.AccessKeyUncheckedCreateInput>;
};

/** A developer key in the database as it is, with the value that opens it; `facts` are columns of its row. */
export async function anAccessKey({ kind = 'secret', plan, role = 'customer', facts, ...wish }: KeyWish = {}) {
  const at = now();
  const customerId = wish.customerId ?? (await aCustomer({ role })).id;
  if (plan) await givePlan(customerId, plan);
  const value = newDeveloperKey(kind === 'pair' ? 'pair_secret' : kind);
  const accessKeyId = kind === 'pair' ? newAccessKeyId() : '';
  const key = await db().accessKey.create({
    data: {
      sid: newKeySid(),
      customerId,
      kind,
      name: 'Key of a test',
      prefix: accessKeyId || value.slice(0, 10),
      createdAt: at,
      createdBy: 'you',
      secretMadeAt: at,
      expiresAt: kind === 'pair' ? new Date(at.getTime() + 365 * 86_400_000) : null,
      ...facts,
    },
  });
  await db().accessSecret.create({ data: secretOf(key.id, value, at, accessKeyId) });
  return { key, value, accessKeyId, customerId };
}

/** A plan of its own for an account; without a quota unless told otherwise. */
export async function givePlan(customerId: string, facts: Partial<Prisma.AccessPlanUncheckedCreateInput>) {
  const plan = await db().accessPlan.create({ data: { name: `Plan ${randomUUID()}`, createdAt: now(), ...facts } });
  await db().customer.update({ where: { id: customerId }, data: { accessPlanId: plan.id } });
  return plan;
}

/** Gives a key another value, and ends the present one at an instant. */
export async function replaceValue(keyId: string, kind: 'standard' | 'secret', endsAt: Date): Promise<string> {
  const value = newDeveloperKey(kind);
  await db().accessSecret.updateMany({ where: { accessKeyId: keyId, endsAt: null }, data: { endsAt } });
  await db().accessSecret.create({ data: secretOf(keyId, value, now(), '') });
  return value;
}

function secretOf(accessKeyId: string, value: string, createdAt: Date, publicId: string) {
  const digest = new Uint8Array(lookupDigest(value));
  return {
    accessKeyId,
    digest,
    pepperVersion: pepperVersion(),
    generation: 1,
    createdAt,
    publicId: publicId || null,
  };
}
