import { db } from '../db/client';

const ANSWER_WITHIN_MS = 5 * 60_000;

/** Keeps the challenge that a passkey has to sign next for a session or pending sign-in; an earlier one is over. */
export async function keepChallenge(holderId: string, challenge: string, at: Date): Promise<void> {
  const kept = { challenge, expiresAt: new Date(at.getTime() + ANSWER_WITHIN_MS) };
  await db().passkeyChallenge.upsert({ where: { holderId }, create: { holderId, ...kept }, update: kept });
}

/** Takes the challenge out. Of many callers at once one gets it, so one signature is good for one answer. */
export async function takeChallenge(holderId: string, at: Date): Promise<string | undefined> {
  const [taken] = await db().$queryRaw<{ challenge: string; expires_at: Date }[]>`
    DELETE FROM passkey_challenge WHERE holder_id = ${holderId}::uuid RETURNING challenge, expires_at`;
  return taken && taken.expires_at > at ? taken.challenge : undefined;
}
