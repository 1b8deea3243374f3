import { createHmac, randomBytes } from 'node:crypto';
import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { db, inTransaction, type Tx } from '../db/client';
import { derivedKey } from '../secrets/keyring';
import { noteFactorChange } from './note-factor-change';
import { lockFactors } from './second-factor';

// 32 letters without i, l, o and u: five bits each, and none that is read for another.
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 12;
const CODES = 10;

export type MakeCodesResult = { ok: true; codes: string[] } | { ok: false; reason: 'no_factor' };

/** Ten new recovery codes, told this once: only their HMAC is kept. Earlier ones stop working. */
export async function makeRecoveryCodes(wish: {
  customer: { id: string; email: string };
  actor: Actor;
  at?: Date;
}): Promise<MakeCodesResult> {
  const { customer, actor, at = now() } = wish;
  const codes = Array.from({ length: CODES }, newCode);
  return inTransaction(async (tx) => {
    if ((await lockFactors(tx, customer.id)) === 0) return { ok: false, reason: 'no_factor' };
    await tx.recoveryCode.deleteMany({ where: { customerId: customer.id } });
    await tx.recoveryCode.createMany({
      data: codes.map((code) => ({ digest: digestOf(customer.id, code), customerId: customer.id, createdAt: at })),
    });
    await noteFactorChange(tx, { customer, actor, change: 'codes_made', left: codes.length }, at);
    return { ok: true, codes };
  });
}

/** How many recovery codes of a person still work. */
export async function countRecoveryCodes(customerId: string): Promise<number> {
  return db().recoveryCode.count({ where: { customerId, usedAt: null } });
}

/** Uses a recovery code up, in the caller's transaction. Of many callers at once with one code, one is told yes. */
export async function spendRecoveryCode(
  tx: Tx,
  given: { customer: { id: string; email: string }; typed: string; actor: Actor },
  at: Date,
): Promise<boolean> {
  const { customer, typed, actor } = given;
  const { count } = await tx.recoveryCode.updateMany({
    where: { digest: digestOf(customer.id, typed), customerId: customer.id, usedAt: null },
    data: { usedAt: at },
  });
  if (count === 0) return false;
  const left = await tx.recoveryCode.count({ where: { customerId: customer.id, usedAt: null } });
  await noteFactorChange(tx, { customer, actor, change: 'code_used', left }, at);
  return true;
}

/** Groups of four: `4f7k-09pq-xm2d`. */
function newCode(): string {
  const letters = Array.from(randomBytes(LENGTH), (byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

function digestOf(customerId: string, typed: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    createHmac('sha256', derivedKey('recovery-code'))
      .update(`${customerId}|${plain(typed)}`)
      .digest(),
  );
}

/** What was meant: people read capitals, gaps and look-alike letters from paper. */
function plain(typed: string): string {
  const lower = typed
    .slice(0, 100)
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '');
  return lower.replaceAll('o', '0').replace(/[il]/g, '1');
}
