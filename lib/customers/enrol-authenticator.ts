import { randomUUID } from 'node:crypto';
import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { db, inTransaction, type Tx } from '../db/client';
import { openText, sealText } from '../db/sealed-text';
import { noteFactorChange } from './note-factor-change';
import { factorName, lockFactors, MAX_FACTORS } from './second-factor';
import { endSessionsOf, proveSession } from './session';
import { newSeed, seedAddress, stepOfCode } from './totp';

/** A seed waits so long for its first code. */
const ENROLMENT_MS = 30 * 60_000;

export type Enrolment = { factorId: string; name: string; seed: string; address: string };

export type ConfirmFactorResult =
  /** `sessionId`: the session to go on with; it is a new one when the old one had never shown a factor. */
  { ok: true; sessionId: string } | { ok: false; reason: 'wrong_code' | 'enrolment_over' };

const placeOf = (factorId: string, customerId: string) => ({
  table: 'second_factor',
  column: 'sealed_seed',
  rowId: factorId,
  ownerId: customerId,
});

/** Begins with a new authenticator app. It counts for nothing until `confirmAuthenticator`; an earlier beginning is over. */
export async function startAuthenticator(wish: {
  customerId: string;
  name: string;
  at?: Date;
}): Promise<{ ok: true } | { ok: false; reason: 'too_many_factors' }> {
  const { customerId, name, at = now() } = wish;
  const id = randomUUID();
  const sealedSeed = await sealText(newSeed(), placeOf(id, customerId));
  return inTransaction(async (tx) => {
    const count = await lockFactors(tx, customerId);
    if (count >= MAX_FACTORS) return { ok: false, reason: 'too_many_factors' };
    await tx.secondFactor.deleteMany({ where: { customerId, confirmedAt: null } });
    const named = factorName(name, 'Authenticator app');
    await tx.secondFactor.create({ data: { id, customerId, kind: 'totp', name: named, createdAt: at, sealedSeed } });
    return { ok: true };
  });
}

/** What the person's app has to take over, or undefined when nothing was begun in the last half hour. */
export async function readEnrolment(
  who: { customerId: string; email: string; issuer: string },
  at: Date = now(),
): Promise<Enrolment | undefined> {
  const begun = await db().secondFactor.findFirst({ where: { customerId: who.customerId, ...begunAt(at) } });
  if (!begun?.sealedSeed) return undefined;
  const seed = await openSeed(begun.sealedSeed, begun);
  const address = seedAddress({ seed, issuer: who.issuer, account: who.email });
  return { factorId: begun.id, name: begun.name, seed, address };
}

/** Takes the app's first code, from which on the factor counts. The first factor of an account signs other browsers out. */
export async function confirmAuthenticator(given: {
  customer: { id: string; email: string };
  sessionId: string;
  code: string;
  actor: Actor;
  at?: Date;
}): Promise<ConfirmFactorResult> {
  const { customer, sessionId, code, actor, at = now() } = given;
  const begun = await db().secondFactor.findFirst({ where: { customerId: customer.id, ...begunAt(at) } });
  if (!begun?.sealedSeed) return { ok: false, reason: 'enrolment_over' };
  const step = stepOfCode(await openSeed(begun.sealedSeed, begun), code, at);
  if (step === undefined) return { ok: false, reason: 'wrong_code' };
  return inTransaction(async (tx) => {
    const before = await lockFactors(tx, customer.id);
    const { count } = await tx.secondFactor.updateMany({
      where: { id: begun.id, confirmedAt: null },
      data: { confirmedAt: at, lastUsedAt: at, lastStep: step },
    });
    if (count === 0) return { ok: false, reason: 'enrolment_over' };
    const added = { factorId: begun.id, kind: 'totp', name: begun.name, before } as const;
    return { ok: true, sessionId: await countFactor(tx, { customer, sessionId, actor, ...added }, at) };
  });
}

/** What every new factor brings with it, in the caller's transaction; answers the session to go on with. */
export async function countFactor(
  tx: Tx,
  added: {
    customer: { id: string; email: string };
    sessionId: string;
    actor: Actor;
    factorId: string;
    kind: 'totp' | 'passkey';
    name: string;
    /** How many factors there were. */
    before: number;
  },
  at: Date,
): Promise<string> {
  const { customer, sessionId, actor, factorId, kind, name, before } = added;
  await noteFactorChange(tx, { customer, actor, change: 'added', factorId, kind, name }, at);
  // Whoever signed in with the password alone, perhaps a thief of it, has to show the factor from now on.
  if (before === 0) await endSessionsOf(tx, { customerId: customer.id, except: sessionId }, at);
  return proveSession(tx, { sessionId, customerId: customer.id, by: kind }, at);
}

/** The seed of an authenticator app. */
export function openSeed(sealedSeed: Uint8Array, owner: { id: string; customerId: string }): Promise<string> {
  return openText(sealedSeed, placeOf(owner.id, owner.customerId));
}

function begunAt(at: Date) {
  return { kind: 'totp' as const, confirmedAt: null, createdAt: { gt: new Date(at.getTime() - ENROLMENT_MS) } };
}
