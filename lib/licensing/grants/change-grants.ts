import type { Actor } from '../../audit/record-audit';
import { now } from '../../clock';
import type { Prisma, Tx } from '../../db/client';
import { computeStanding, type Standing } from './compute-standing';
import { type Grant, grantFact } from './grant-fact';
import { type AuditNames, type ResourceTerms, recordStandingChange } from './record-standing-change';

export type GrantChange = {
  apiResourceId: string;
  /** What is to be recorded, by what is known under the lock. Facts known already (same kind and cause) are left out. */
  facts: (known: readonly Grant[]) => readonly Grant[];
  at?: Date;
  actor: Actor;
  /** What the audit calls a change of the end or of a suspension, where that is not what the facts themselves say. */
  auditAs?: AuditNames;
};

/** `added`: how many facts were new; 0 = nothing was changed. */
export type GrantResult = { added: number; before: ResourceTerms; after: ResourceTerms };

/**
 * Records what happened to a right and brings the right to what its record comes to, in the caller's transaction: the only
 * way in which limit, end, grace, suspension and revocation of an API Resource change. The row is locked first; whoever
 * changes several rights takes them in the order of their ids, as activate_calls does. Each aspect that changes has its
 * audit row. `undefined`: there is no such right.
 */
export async function changeGrants(tx: Tx, change: GrantChange): Promise<GrantResult | undefined> {
  const { apiResourceId, actor, at = now() } = change;
  const before = await lockTerms(tx, apiResourceId);
  if (!before) return undefined;
  const known = await readGrants(tx, apiResourceId);
  const isKnown = new Set(known.map(nameOf));
  const fresh = new Map(change.facts(known).map((grant) => [nameOf(grant), grant]));
  const added = [...fresh].flatMap(([name, grant]) => (isKnown.has(name) ? [] : [grant]));
  if (added.length === 0) return { added: 0, before, after: before };
  await insertGrants(tx, { apiResourceId, grants: added, at, actor });
  const after = termsAfter(before, computeStanding([...known, ...added]), at);
  await writeTerms(tx, apiResourceId, before, after);
  await recordStandingChange(tx, { apiResourceId, before, after, added, at, actor, auditAs: change.auditAs ?? {} });
  return { added: added.length, before, after };
}

/** The record of a right, in the order it was written. */
export async function readGrants(tx: Pick<Tx, 'grant'>, apiResourceId: string): Promise<Grant[]> {
  return (await readGrantsOf(tx, [apiResourceId])).get(apiResourceId) ?? [];
}

/** The records of several rights, by the right's id, read by one statement. */
export async function readGrantsOf(
  tx: Pick<Tx, 'grant'>,
  apiResourceIds: readonly string[],
): Promise<Map<string, Grant[]>> {
  const where = { apiResourceId: { in: [...apiResourceIds] } };
  const rows = await tx.grant.findMany({ where, orderBy: { id: 'asc' } });
  const records = new Map(apiResourceIds.map((id): [string, Grant[]] => [id, []]));
  for (const { apiResourceId, cause, happenedAt, fact } of rows) {
    records.get(apiResourceId)?.push({ cause, happenedAt, fact: grantFact.parse(fact) });
  }
  return records;
}

/** Writes facts; the caller has computed what they come to. */
export async function insertGrants(
  tx: Tx,
  { apiResourceId, grants, at, actor }: { apiResourceId: string; grants: readonly Grant[]; at: Date; actor: Actor },
): Promise<void> {
  await tx.grant.createMany({
    data: grants.map(({ cause, happenedAt, fact }) => ({
      apiResourceId,
      kind: fact.kind,
      cause,
      happenedAt,
      // Dates become the texts that grantFact reads back.
      fact: JSON.parse(JSON.stringify(fact)) as Prisma.InputJsonObject,
      recordedAt: at,
      actorKind: actor.kind,
      actorId: actor.id ?? null,
      via: actor.via ?? '',
    })),
  });
}

function nameOf({ cause, fact }: Grant): string {
  return `${fact.kind} ${cause}`;
}

async function lockTerms(tx: Tx, apiResourceId: string): Promise<ResourceTerms | undefined> {
  const [row] = await tx.$queryRaw<ResourceTerms[]>`
    SELECT plan_id AS "planId", activation_limit AS "activationLimit", expires_at AS "expiresAt",
      updates_until AS "updatesUntil", grace_until AS "graceUntil", suspended_at AS "suspendedAt", revoked_at AS "revokedAt"
    FROM api_resource WHERE id = ${apiResourceId}::uuid FOR UPDATE`;
  return row;
}

function termsAfter(before: ResourceTerms, standing: Standing, at: Date): ResourceTerms {
  if (standing.isRevoked) return { ...before, revokedAt: before.revokedAt ?? at };
  const { isRevoked: _isRevoked, isSuspended, ...terms } = standing;
  return { ...terms, suspendedAt: isSuspended ? (before.suspendedAt ?? at) : null, revokedAt: null };
}

async function writeTerms(tx: Tx, id: string, before: ResourceTerms, after: ResourceTerms): Promise<void> {
  const { activationLimit, ...rest } = after;
  if (activationLimit !== before.activationLimit) {
    await tx.$executeRaw`SELECT set_activation_limit(${id}::uuid, ${activationLimit}::int)`;
  }
  await tx.apiResource.update({ where: { id }, data: rest });
}
