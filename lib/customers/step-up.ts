import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { db, inTransaction } from '../db/client';
import { type AttemptLimit, forgetAttempts, takeAttempt } from './attempt-limit';
import { verifyPassword } from './password';
import type { ProofKind } from './proof';
import { type FactorAnswer, type ProveFactorResult, proveFactor } from './prove-factor';
import type { SignedInCustomer } from './session';
import { proveSession } from './session';

/** A stolen session must not become a place to guess the password. */
const BY_PASSWORD: AttemptLimit = { name: 'step_up', tries: 5, withinMs: 15 * 60_000 };

export type StepUpAnswer = FactorAnswer | { kind: 'password'; password: string };

export type StepUpResult =
  /** The session to go on with; it is a new one when the old one had never shown a factor. */
  | { ok: true; sessionId: string }
  | Extract<ProveFactorResult, { ok: false }>
  | { ok: false; reason: 'wrong_password' | 'factor_needed' };

type Given = {
  customer: Pick<SignedInCustomer, 'id' | 'email' | 'role' | 'sessionId' | 'hasFactor'>;
  answer: StepUpAnswer;
  address: string;
  userAgent?: string;
};

/**
 * A signed-in person proves again who they are, so that this session may do for ten minutes what a stolen one must not
 * (security.md T14): by a second factor if the account has one, else by the password.
 */
export async function stepUp(given: Given & { at?: Date }): Promise<StepUpResult> {
  const { customer, address, at = now() } = given;
  const proven = await prove(given, at);
  if (!proven.ok) return proven;
  return inTransaction(async (tx) => {
    const { id, sessionId } = customer;
    const next = await proveSession(tx, { sessionId, customerId: id, by: proven.by }, at);
    await recordAudit(tx, {
      actor: { kind: customer.role, id, via: `session:${sessionId}`, address, agent: given.userAgent },
      action: 'session.step_up',
      objectKind: 'session',
      objectId: next,
      after: { by: proven.by },
      at,
    });
    return { ok: true, sessionId: next };
  });
}

type Proven = { ok: true; by: ProofKind } | Exclude<StepUpResult, { ok: true }>;

async function prove({ answer, ...given }: Given, at: Date): Promise<Proven> {
  const { customer } = given;
  if (answer.kind !== 'password') return proveFactor({ ...given, holderId: customer.sessionId, answer }, at);
  if (customer.hasFactor) return { ok: false, reason: 'factor_needed' };
  const taken = await takeAttempt([{ limit: BY_PASSWORD, subject: customer.id }], at);
  if (!taken.ok) return taken;
  const { passwordHash } = await db().customer.findUniqueOrThrow({ where: { id: customer.id } });
  const { matches } = await verifyPassword(passwordHash, answer.password);
  if (!matches) return { ok: false, reason: 'wrong_password' };
  await forgetAttempts(BY_PASSWORD, customer.id);
  return { ok: true, by: 'password' };
}
