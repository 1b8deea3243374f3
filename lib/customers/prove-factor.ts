import { addressBlock } from '../address-block';
import { type Actor, type AuditFact, recordAudit } from '../audit/record-audit';
import { recordSeldom } from '../audit/record-seldom';
import { db, inTransaction } from '../db/client';
import { unreachable } from '../errors';
import { type AttemptLimit, forgetAttempts, returnAttempt, takeAttempt } from './attempt-limit';
import { openSeed } from './enrol-authenticator';
import { isPasskeyAnswer } from './passkey';
import type { ProofKind } from './proof';
import { spendRecoveryCode } from './recovery-codes';
import { COUNTING } from './second-factor';
import { stepOfCode } from './totp';

const MINUTE_MS = 60_000;
const ACCOUNT_AND_ADDRESS: AttemptLimit = { name: 'second_factor', tries: 5, withinMs: 15 * MINUTE_MS };
/**
 * Six digits can be guessed from many addresses at once. Only who knows the password gets here, so this limit on an account
 * alone locks nobody out at a stranger's wish; passkeys, which cannot be guessed, do not count.
 */
const ACCOUNT: AttemptLimit = { name: 'second_factor_account', tries: 50, withinMs: 60 * MINUTE_MS };

export type FactorAnswer =
  | { kind: 'code'; code: string }
  | { kind: 'recovery_code'; code: string }
  /** The browser's answer to `passkeyToUse`, as JSON. */
  | { kind: 'passkey'; response: string };

export type ProveFactorResult =
  | { ok: true; by: Exclude<ProofKind, 'password'> }
  | { ok: false; reason: 'wrong_code' | 'passkey_refused' }
  | { ok: false; reason: 'too_many_attempts'; retryAfterSeconds: number };

type Given = {
  customer: { id: string; email: string };
  /** The session or pending sign-in that has to prove it. */
  holderId: string;
  answer: FactorAnswer;
  address: string;
  userAgent?: string;
};

/**
 * Whether an answer is one of the person's second factors, now. Each code, recovery code and passkey signature is good
 * once, also for many callers at the same time. Throws when tries cannot be counted.
 */
export async function proveFactor(given: Given, at: Date): Promise<ProveFactorResult> {
  const { customer, address, answer } = given;
  const pair = `${customer.id}|${addressBlock(address)}`;
  const limits = [{ limit: ACCOUNT_AND_ADDRESS, subject: pair }];
  if (answer.kind !== 'passkey') limits.push({ limit: ACCOUNT, subject: customer.id });
  const taken = await takeAttempt(limits, at);
  if (!taken.ok) {
    await recordSeldom(refusalOf(given, { limited: true }, at), `second_factor.limit|${pair}`);
    return taken;
  }
  const by = await provenBy(given, at);
  if (by === undefined) {
    await inTransaction((tx) => recordAudit(tx, refusalOf(given, {}, at)));
    return { ok: false, reason: answer.kind === 'passkey' ? 'passkey_refused' : 'wrong_code' };
  }
  await forgetAttempts(ACCOUNT_AND_ADDRESS, pair);
  if (answer.kind !== 'passkey') await returnAttempt(ACCOUNT, customer.id);
  return { ok: true, by };
}

async function provenBy(
  { customer, holderId, answer, address, userAgent }: Given,
  at: Date,
): Promise<Exclude<ProofKind, 'password'> | undefined> {
  switch (answer.kind) {
    case 'code':
      return (await isCodeOf(customer.id, answer.code, at)) ? 'totp' : undefined;
    case 'recovery_code': {
      const actor: Actor = { kind: 'customer', id: customer.id, via: 'recovery code', address, agent: userAgent };
      const spent = await inTransaction((tx) => spendRecoveryCode(tx, { customer, typed: answer.code, actor }, at));
      return spent ? 'recovery_code' : undefined;
    }
    case 'passkey': {
      const given = { customerId: customer.id, holderId, response: answer.response };
      return (await isPasskeyAnswer(given, at)) ? 'passkey' : undefined;
    }
    default:
      return unreachable(answer);
  }
}

async function isCodeOf(customerId: string, code: string, at: Date): Promise<boolean> {
  const apps = await db().secondFactor.findMany({ where: { customerId, kind: 'totp', ...COUNTING } });
  for (const { id, sealedSeed } of apps) {
    const step = sealedSeed ? stepOfCode(await openSeed(sealedSeed, { id, customerId }), code, at) : undefined;
    if (step === undefined) continue;
    // One conditional write decides; whoever comes second finds the step used.
    const { count } = await db().secondFactor.updateMany({
      where: { id, ...COUNTING, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
      data: { lastStep: step, lastUsedAt: at },
    });
    if (count > 0) return true;
  }
  return false;
}

function refusalOf(
  { customer, answer, address, userAgent }: Given,
  circumstances: { limited?: true },
  at: Date,
): AuditFact {
  return {
    actor: { kind: 'client', address, agent: userAgent },
    action: 'second_factor.refuse',
    objectKind: 'customer',
    objectId: customer.id,
    after: { kind: answer.kind, ...circumstances },
    at,
  };
}
