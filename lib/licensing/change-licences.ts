import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { isUuid } from '../db/uuid';
import { unreachable } from '../errors';
import { type BulkResult, recordBulkChange } from './bulk-change';
import { changeGrants } from './grants/change-grants';
import { endAfterRenewal } from './grants/compute-standing';
import { type GrantFact, newEditCause } from './grants/grant-fact';
import { type ChangedLicence, type LockedLicence, lockLicences, termsOf } from './licence-terms';

export type LicenceChange = { kind: 'suspend' } | { kind: 'resume' } | { kind: 'extend'; days: number };

/** Ten years; whoever means longer means a lifetime licence. */
export const MOST_DAYS = 3_650;

/**
 * Suspends, resumes or extends the chosen licences together, in one transaction, each with its own audit row. Revoked ones
 * stay as they are: only their money coming back opens them. An extension adds days to what is left of a term, or from now
 * on when it is over; it leaves lifetime licences and subscriptions alone. From COMMIT client software is told so.
 */
export async function changeLicences(request: {
  ids: string[];
  change: LicenceChange;
  actor: Actor & { id: string };
  at?: Date;
}): Promise<BulkResult> {
  const { change, actor, at = now() } = request;
  const ids = [...new Set(request.ids.filter(isUuid))];
  if (ids.length === 0) return { ok: false, reason: 'nothing_chosen' };
  if (change.kind === 'extend' && !isDays(change.days)) return { ok: false, reason: 'days_invalid' };
  return inTransaction(async (tx) => {
    const locked = await lockLicences(tx, ids);
    if (locked.length === 0) return { ok: false, reason: 'nothing_chosen' };
    const cause = newEditCause();
    const changed: ChangedLicence[] = [];
    for (const licence of locked) {
      const fact = factFor(licence, change, at);
      if (!fact) continue;
      const result = await changeGrants(tx, {
        apiResourceId: licence.id,
        facts: () => [{ cause, happenedAt: at, fact }],
        at,
        actor,
        auditAs: { term: change.kind },
      });
      if (result) changed.push({ id: licence.id, cause, after: termsOf(result.after) });
    }
    const left = locked.length - changed.length;
    return recordBulkChange(tx, { kind: `licence.${change.kind}`, actorId: actor.id, at, changed, left });
  });
}

/** What a change is to this licence, or nothing when it does not apply. */
function factFor(
  { terms, isRevoked, isSubscription }: LockedLicence,
  change: LicenceChange,
  at: Date,
): GrantFact | undefined {
  if (isRevoked) return undefined;
  switch (change.kind) {
    case 'suspend':
      return terms.suspendedAt === null ? { kind: 'suspension', isSuspended: true } : undefined;
    case 'resume':
      return terms.suspendedAt === null ? undefined : { kind: 'suspension', isSuspended: false };
    case 'extend': {
      if (terms.expiresAt === null || isSubscription) return undefined;
      const endsAt = endAfterRenewal(new Date(terms.expiresAt), change.days, at);
      return { kind: 'term_edit', endsAt, rule: 'not_before' };
    }
    default:
      return unreachable(change);
  }
}

function isDays(days: number): boolean {
  return Number.isInteger(days) && days >= 1 && days <= MOST_DAYS;
}
