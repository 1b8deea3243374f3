import type { Tx } from '../db/client';
import { enqueueMail, type KeyNotice } from '../jobs/enqueue-mail';

/**
 * Promises a mail about a key or the account's calls, in the caller's transaction. `dedupeKey` names the occasion: the same
 * one never makes a second mail.
 */
export async function mailKeyNotice(
  tx: Tx,
  notice: { to: string; at: Date } & KeyNotice,
  dedupeKey: string,
): Promise<{ isNew: boolean }> {
  const { to, at, ...facts } = notice;
  return enqueueMail(
    tx,
    { template: 'access_key_notice', to, facts: { ...facts, at: at.toISOString() } },
    `mail|access_key|${dedupeKey}`,
  );
}
