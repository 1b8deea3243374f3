import { type Actor, recordAudit } from '../../audit/record-audit';
import type { Prisma, Tx } from '../../db/client';
import type { Grant } from './grant-fact';

/** The columns of an API Resource that its record of grants decides. */
export type ResourceTerms = {
  planId: string;
  activationLimit: number | null;
  expiresAt: Date | null;
  updatesUntil: Date | null;
  graceUntil: Date | null;
  suspendedAt: Date | null;
  revokedAt: Date | null;
};

/** Names of audit actions, without `api_resource.`. */
export type AuditNames = { term?: string; suspension?: string };

type Change = {
  apiResourceId: string;
  before: ResourceTerms;
  after: ResourceTerms;
  added: readonly Grant[];
  at: Date;
  actor: Actor;
  auditAs: AuditNames;
};

/** One audit row for each aspect of a right that changed; webhooks and the order's timeline are made from these. */
export async function recordStandingChange(tx: Tx, change: Change): Promise<void> {
  const { apiResourceId: objectId, before, after, at, actor } = change;
  const record = (action: string, facts: { before?: Prisma.InputJsonObject; after?: Prisma.InputJsonObject } = {}) =>
    recordAudit(tx, { at, actor, action: `api_resource.${action}`, objectKind: 'api_resource', objectId, ...facts });
  if (before.planId !== after.planId) {
    await record('change_plan', { before: { planId: before.planId }, after: { planId: after.planId } });
  }
  if (before.activationLimit !== after.activationLimit) {
    const [was, is] = [before.activationLimit, after.activationLimit];
    await record('set_limit', { before: { activationLimit: was }, after: { activationLimit: is } });
  }
  if (isOtherTerm(before, after)) {
    await record(change.auditAs.term ?? termActionOf(change), { before: termOf(before), after: termOf(after) });
  }
  if (isSet(before.suspendedAt) !== isSet(after.suspendedAt)) {
    await record(change.auditAs.suspension ?? (after.suspendedAt ? 'suspend' : 'resume'));
  }
  if (isSet(before.revokedAt) !== isSet(after.revokedAt)) await record(after.revokedAt ? 'revoke' : 'restore');
}

function termActionOf({ added, before, after }: Change): string {
  const kinds = new Set(added.map(({ fact }) => fact.kind));
  if (kinds.has('renewal') || kinds.has('period')) return 'renew';
  if (before.expiresAt?.getTime() === after.expiresAt?.getTime() && after.graceUntil) return 'grant_grace';
  return 'change_term';
}

function isOtherTerm(before: ResourceTerms, after: ResourceTerms): boolean {
  return JSON.stringify(termOf(before)) !== JSON.stringify(termOf(after));
}

function termOf({ expiresAt, graceUntil, updatesUntil }: ResourceTerms) {
  return { expiresAt: textOf(expiresAt), graceUntil: textOf(graceUntil), updatesUntil: textOf(updatesUntil) };
}

function textOf(instant: Date | null): string | null {
  return instant?.toISOString() ?? null;
}

function isSet(instant: Date | null): boolean {
  return instant !== null;
}
