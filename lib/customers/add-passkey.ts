import { randomUUID } from 'node:crypto';
import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { countFactor } from './enrol-authenticator';
import { readMadePasskey } from './passkey';
import { factorName, lockFactors, MAX_FACTORS } from './second-factor';

export type AddPasskeyResult =
  /** `sessionId`: the session to go on with; it is a new one when the old one had never shown a factor. */
  { ok: true; sessionId: string } | { ok: false; reason: 'passkey_refused' | 'passkey_known' | 'too_many_factors' };

/** Adds the passkey that this session's browser has just made. It counts at once: making it was using it. */
export async function addPasskey(given: {
  customer: { id: string; email: string };
  sessionId: string;
  name: string;
  /** The browser's answer, as JSON. */
  response: string;
  actor: Actor;
  at?: Date;
}): Promise<AddPasskeyResult> {
  const { customer, sessionId, response, actor, at = now() } = given;
  const made = await readMadePasskey(sessionId, response, at);
  if (!made) return { ok: false, reason: 'passkey_refused' };
  const name = factorName(given.name, 'Passkey');
  const id = randomUUID();
  return inTransaction(async (tx) => {
    const before = await lockFactors(tx, customer.id);
    if (before >= MAX_FACTORS) return { ok: false, reason: 'too_many_factors' };
    const row = { id, customerId: customer.id, kind: 'passkey' as const, name, createdAt: at, confirmedAt: at };
    const { count } = await tx.secondFactor.createMany({
      data: [{ ...row, ...made, lastUsedAt: at }],
      skipDuplicates: true,
    });
    if (count === 0) return { ok: false, reason: 'passkey_known' };
    const added = { customer, sessionId, actor, factorId: id, kind: 'passkey', name, before } as const;
    return { ok: true, sessionId: await countFactor(tx, added, at) };
  });
}
