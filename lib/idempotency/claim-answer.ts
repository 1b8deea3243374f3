import { randomUUID } from 'node:crypto';
import { pool } from '../db/client';

/** The right to carry out a request and to record its answer. */
export type Claim = { scope: Buffer; leaseToken: string };

export type ClaimAnswerResult =
  | {
      outcome: 'claimed';
      claim: Claim;
      /** Somebody began this request before and did not record how it ended: it may have been carried out. */
      isRetry: boolean;
      /** As it was before the first try. */
      wasActive: boolean;
    }
  | {
      outcome: 'kept';
      status: number;
      body: string;
      /** From then on the body is not told, and soon gone. */
      readableUntil: Date | undefined;
    }
  | { outcome: 'other_request' }
  | { outcome: 'in_hand'; retryAfterSeconds: number };

export type ClaimWish = {
  scope: Buffer;
  fingerprint: Buffer;
  wasActive: boolean;
  at: Date;
  /** How long nobody else may carry the request out, should this try end without an answer. */
  leaseMs?: number;
};

/** An answer is told again for a day. */
const KEPT_MS = 24 * 60 * 60_000;
/** Longer than any call takes: the statements behind one give up after seconds. Until then nobody else takes it over. */
const LEASE_MS = 15_000;
/** When to ask again. A call takes milliseconds, so the answer is there long before the lease of a crashed one ends. */
const AGAIN_SECONDS = 1;
const TRIES = 3;

/**
 * Decides for one Idempotency-Key who carries the request out. One statement claims it when it is new, or when the try
 * before ended without an answer; everybody else is told the kept answer, that it is in hand, or that it is another request.
 */
export async function claimAnswer(wish: ClaimWish): Promise<ClaimAnswerResult> {
  for (let tries = 1; tries <= TRIES; tries++) {
    const claimed = (await claim(wish)) ?? (await readKept(wish));
    if (claimed) return claimed;
  }
  return { outcome: 'in_hand', retryAfterSeconds: AGAIN_SECONDS };
}

async function claim({
  scope,
  fingerprint,
  wasActive,
  at,
  leaseMs = LEASE_MS,
}: ClaimWish): Promise<ClaimAnswerResult | undefined> {
  const leaseToken = randomUUID();
  const leasedUntil = new Date(at.getTime() + leaseMs);
  const { rows } = await pool().query<{ was_active: boolean; is_retry: boolean }>(
    `INSERT INTO idempotent_answer AS a (scope, fingerprint, was_active, lease_token, leased_until, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (scope) DO UPDATE SET lease_token = excluded.lease_token, leased_until = excluded.leased_until,
       fingerprint = excluded.fingerprint, status = NULL, body = NULL, readable_until = NULL, expires_at = excluded.expires_at,
       was_active = CASE WHEN a.expires_at <= $6 THEN excluded.was_active ELSE a.was_active END,
       created_at = CASE WHEN a.expires_at <= $6 THEN excluded.created_at ELSE a.created_at END
     WHERE a.expires_at <= $6 OR (a.status IS NULL AND a.leased_until <= $6 AND a.fingerprint = excluded.fingerprint)
     RETURNING was_active, created_at < $6 AS is_retry`,
    [scope, fingerprint, wasActive, leaseToken, leasedUntil, at, new Date(at.getTime() + KEPT_MS)],
  );
  const [row] = rows;
  const own = { scope, leaseToken };
  return row && { outcome: 'claimed', claim: own, isRetry: row.is_retry, wasActive: row.was_active };
}

type Kept = {
  fingerprint: Buffer;
  status: number | null;
  body: string | null;
  readable_until: Date | null;
  leased_until: Date;
};

async function readKept({ scope, fingerprint, at }: ClaimWish): Promise<ClaimAnswerResult | undefined> {
  const { rows } = await pool().query<Kept>(
    'SELECT fingerprint, status, body, readable_until, leased_until FROM idempotent_answer WHERE scope = $1',
    [scope],
  );
  const [row] = rows;
  // Withdrawn between the two statements: it can be claimed now.
  if (!row) return undefined;
  if (!row.fingerprint.equals(fingerprint)) return { outcome: 'other_request' };
  if (row.status !== null && row.body !== null) {
    return { outcome: 'kept', status: row.status, body: row.body, readableUntil: row.readable_until ?? undefined };
  }
  return row.leased_until > at ? { outcome: 'in_hand', retryAfterSeconds: AGAIN_SECONDS } : undefined;
}
