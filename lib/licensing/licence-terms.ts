import { z } from 'zod';
import type { Prisma, Tx } from '../db/client';
import { Prisma as Sql } from '../db/generated/client';

const instant = z.iso.datetime().nullable();
const terms = z.object({ suspendedAt: instant, expiresAt: instant, graceUntil: instant });

/** What a bulk change of licences may change, as texts: so it is compared, kept and audited. */
export type LicenceTerms = z.infer<typeof terms>;

/** One licence of a bulk change, as it is kept. */
export const changedLicence = z.object({ id: z.uuid(), before: terms, after: terms });
export type ChangedLicence = z.infer<typeof changedLicence>;

export type LockedLicence = { id: string; terms: LicenceTerms; isRevoked: boolean; isSubscription: boolean };

/** Locks these licences in id order, as activate_calls takes them, so that a change and a herd never deadlock. */
export async function lockLicences(tx: Tx, ids: string[]): Promise<LockedLicence[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.id, r.suspended_at, r.expires_at, r.grace_until, r.revoked_at,
      EXISTS (SELECT 1 FROM subscription_item s WHERE s.order_item_id = r.order_item_id OR s.id = r.subscription_item_id) AS recurs
    FROM api_resource r WHERE r.id = ANY (${ids}::uuid[]) ORDER BY r.id FOR UPDATE OF r`;
  return rows.map((row) => ({
    id: row.id,
    terms: { suspendedAt: text(row.suspended_at), expiresAt: text(row.expires_at), graceUntil: text(row.grace_until) },
    isRevoked: row.revoked_at !== null,
    isSubscription: row.recurs,
  }));
}

type Row = {
  id: string;
  suspended_at: Date | null;
  expires_at: Date | null;
  grace_until: Date | null;
  revoked_at: Date | null;
  recurs: boolean;
};

/** Gives each licence its terms, in one statement. */
export async function writeTerms(tx: Tx, licences: { id: string; terms: LicenceTerms }[]): Promise<void> {
  if (licences.length === 0) return;
  await tx.$executeRaw(Sql.sql`
    UPDATE api_resource r SET suspended_at = t.suspended_at, expires_at = t.expires_at, grace_until = t.grace_until
    FROM unnest(${licences.map(({ id }) => id)}::uuid[],
      ${licences.map(({ terms }) => terms.suspendedAt)}::timestamptz[],
      ${licences.map(({ terms }) => terms.expiresAt)}::timestamptz[],
      ${licences.map(({ terms }) => terms.graceUntil)}::timestamptz[]) AS t(id, suspended_at, expires_at, grace_until)
    WHERE r.id = t.id`);
}

/** Whether two licences' terms are the same. */
export function sameTerms(a: LicenceTerms, b: LicenceTerms): boolean {
  return a.suspendedAt === b.suspendedAt && a.expiresAt === b.expiresAt && a.graceUntil === b.graceUntil;
}

/** Only what differs, for the audit. */
export function differenceOf(from: LicenceTerms, to: LicenceTerms): Prisma.InputJsonObject {
  const names = ['suspendedAt', 'expiresAt', 'graceUntil'] as const;
  return Object.fromEntries(names.filter((name) => from[name] !== to[name]).map((name) => [name, from[name]]));
}

function text(instantOrNot: Date | null): string | null {
  return instantOrNot?.toISOString() ?? null;
}
