import { pool } from '../db/client';
import type { Claim } from './claim-answer';

/** Records the answer under its claim; whoever took the claim over meanwhile records their own. */
export async function keepAnswer(
  { scope, leaseToken }: Claim,
  answer: { status: number; body: string; readableUntil?: Date | undefined },
): Promise<void> {
  await pool().query(
    `UPDATE idempotent_answer SET status = $3, body = $4, readable_until = $5
     WHERE scope = $1 AND lease_token = $2 AND status IS NULL`,
    [scope, leaseToken, answer.status, answer.body, answer.readableUntil ?? null],
  );
}

/** The request was not carried out: the claim goes, and the same key may be used as if it never had been. */
export async function withdrawClaim({ scope, leaseToken }: Claim): Promise<void> {
  await pool().query('DELETE FROM idempotent_answer WHERE scope = $1 AND lease_token = $2 AND status IS NULL', [
    scope,
    leaseToken,
  ]);
}

/** Nobody knows how it ended: the next try may begin at once, and will look at what this one did. */
export async function endLease({ scope, leaseToken }: Claim, at: Date): Promise<void> {
  await pool().query('UPDATE idempotent_answer SET leased_until = $3 WHERE scope = $1 AND lease_token = $2', [
    scope,
    leaseToken,
    at,
  ]);
}

/** Removes what is no longer told again: answers, and before them the bodies that may be told for a short time only. */
export async function dropOldAnswers(at: Date): Promise<void> {
  await pool().query("UPDATE idempotent_answer SET body = '' WHERE readable_until <= $1 AND body <> ''", [at]);
  await pool().query('DELETE FROM idempotent_answer WHERE expires_at <= $1', [at]);
}
