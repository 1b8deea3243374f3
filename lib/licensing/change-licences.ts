import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { isUuid } from '../db/uuid';
import { unreachable } from '../errors';
import { type BulkResult, recordBulkChange } from './bulk-change';
import {
  type ChangedLicence,
  differenceOf,
  type LicenceTerms,
  type LockedLicence,
  lockLicences,
  writeTerms,
} from './licence-terms';
import { endAfterRenewal } from './renew-resource';

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
    const changed: ChangedLicence[] = locked.flatMap((licence) => {
      const after = termsAfter(licence, change, at);
      return after ? [{ id: licence.id, before: licence.terms, after }] : [];
    });
    await writeTerms(
      tx,
      changed.map(({ id, after }) => ({ id, terms: after })),
    );
    for (const { id, before, after } of changed) {
      await recordAudit(tx, {
        at,
        actor,
        action: `api_resource.${change.kind}`,
        objectKind: 'api_resource',
        objectId: id,
        before: differenceOf(before, after),
        after: differenceOf(after, before),
      });
    }
    const left = locked.length - changed.length;
    return recordBulkChange(tx, { kind: `licence.${change.kind}`, actorId: actor.id, at, changed, left });
  });
}

/** The terms after a change, or nothing when it does not apply. */
function termsAfter(
  { terms, isRevoked, isSubscription }: LockedLicence,
  change: LicenceChange,
  at: Date,
): LicenceTerms | undefined {
  if (isRevoked) return undefined;
  switch (change.kind) {
    case 'suspend':
      return terms.suspendedAt === null ? { ...terms, suspendedAt: at.toISOString() } : undefined;
    case 'resume':
      return terms.suspendedAt === null ? undefined : { ...terms, suspendedAt: null };
    case 'extend': {
      if (terms.expiresAt === null || isSubscription) return undefined;
      const expiresAt = endAfterRenewal(new Date(terms.expiresAt), change.days, at).toISOString();
      return { ...terms, expiresAt, graceUntil: null };
    }
    default:
      return unreachable(change);
  }
}

function isDays(days: number): boolean {
  return Number.isInteger(days) && days >= 1 && days <= MOST_DAYS;
}
