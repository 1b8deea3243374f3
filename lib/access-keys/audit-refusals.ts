import { recordSeldom } from '../audit/record-seldom';
import { db } from '../db/client';
import type { NotedAccessCall } from './note-call';

/** What a recognised key was turned away for. Hurry and spent quotas are no refused doors. */
const REFUSED_DOORS: ReadonlySet<string> = new Set([
  'insufficient_access',
  'ip_not_allowed',
  'key_disabled',
  'key_expired',
  'key_in_url_refused',
  'mfa_required',
  'pairs_not_in_plan',
]);
// A program with an expired key calls on for weeks, and its owner reads this as the history of the key.
const HOUR_MS = 3_600_000;

/** Audits the calls that showed a key of the store and were not let in: one an hour for each key and reason. */
export async function auditRefusals(calls: readonly NotedAccessCall[]): Promise<void> {
  const refused = new Map<string, NotedAccessCall & { keyId: string }>();
  for (const { keyId, ...call } of calls) {
    if (keyId === undefined || call.isAdmitted || !REFUSED_DOORS.has(call.outcome)) continue;
    refused.set(`${keyId}|${call.outcome}`, { ...call, keyId });
  }
  if (refused.size === 0) return;
  const ids = [...refused.values()].map(({ keyId }) => keyId);
  const keys = await db().accessKey.findMany({ where: { id: { in: ids } }, select: { id: true, sid: true } });
  const sids = new Map(keys.map(({ id, sid }) => [id, sid]));
  for (const [alike, { keyId, at, address, userAgent, outcome, operation }] of refused) {
    const sid = sids.get(keyId);
    if (sid === undefined) continue;
    const fact = {
      // Whoever has the key; that it is its owner is not known.
      actor: { kind: 'client', via: `key:${sid}`, address, agent: userAgent },
      action: 'access_key.refuse',
      objectKind: 'access_key',
      objectId: sid,
      after: { reason: outcome, ...(operation === '' ? {} : { operation }) },
      at,
    } as const;
    await recordSeldom(fact, `access_key.refuse|${alike}`, HOUR_MS);
  }
}
