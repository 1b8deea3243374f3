import { z } from 'zod';
import type { Tx } from '../db/client';
import type { ResourceTerms } from './grants/record-standing-change';

const instant = z.iso.datetime().nullable();
const terms = z.object({ suspendedAt: instant, expiresAt: instant, graceUntil: instant });

/** What a bulk change of licences may change, as texts: so it is compared, kept and audited. */
export type LicenceTerms = z.infer<typeof terms>;

/** One licence of a bulk change, as it is kept. */
export const changedLicence = z.object({ id: z.uuid(), cause: z.string(), after: terms });
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
    terms: termsOf({ suspendedAt: row.suspended_at, expiresAt: row.expires_at, graceUntil: row.grace_until }),
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

/** Whether two licences' terms are the same. */
export function sameTerms(a: LicenceTerms, b: LicenceTerms): boolean {
  return a.suspendedAt === b.suspendedAt && a.expiresAt === b.expiresAt && a.graceUntil === b.graceUntil;
}

/** What a right's columns say, in the words of a bulk change. */
export function termsOf(row: Pick<ResourceTerms, 'suspendedAt' | 'expiresAt' | 'graceUntil'>): LicenceTerms {
  const { suspendedAt, expiresAt, graceUntil } = row;
  return { suspendedAt: text(suspendedAt), expiresAt: text(expiresAt), graceUntil: text(graceUntil) };
}

function text(instantOrNot: Date | null): string | null {
  return instantOrNot?.toISOString() ?? null;
}
