import { db } from '../db/client';
import type { LicenseKeyKind } from './client-call';

type ActivationFacts = {
  id: string;
  instance: string;
  label: string;
  version: string;
  activatedAt: Date;
  lastSeenAt: Date;
  overLimit: boolean;
  /** Where the call that activated it came from, and on which licence; an example in the settings has neither. */
  address?: string;
  licenceNumber?: number;
  /** Of the key it was activated with; absent when the store hides such keys. */
  keyKind?: LicenseKeyKind;
};

/** The newest activations of a right or of several, in the order in which they were made. */
export type NewestActivations = {
  activations: ActivationFacts[];
  /** All there are, where that is more than are listed. */
  activationCount?: number;
};

/** Activations are listed up to here; an unlimited key may have many thousand. */
const MOST_ACTIVATIONS = 100;

/** The newest activations of each of these API Resources, read by two statements however many rights there are. */
export async function readNewestActivations(
  apiResourceIds: string[],
  shownKinds: readonly LicenseKeyKind[],
): Promise<Map<string, NewestActivations>> {
  const rows = await readNewest(apiResourceIds);
  const listed = new Map<string, ActivationFacts[]>();
  for (const { apiResourceId, keyKind, ...facts } of rows) {
    const activation = { ...facts, ...(shownKinds.includes(keyKind) ? { keyKind } : {}) };
    listed.set(apiResourceId, [...(listed.get(apiResourceId) ?? []), activation]);
  }
  const full = [...listed].flatMap(([id, activations]) => (activations.length < MOST_ACTIVATIONS ? [] : [id]));
  const counts = await countActivations(full);
  return new Map([...listed].map(([id, activations]) => [id, told(activations, counts.get(id) ?? activations.length)]));
}

/** Those of several rights as of one. */
export function mergeActivations(a: NewestActivations, b: NewestActivations): NewestActivations {
  const all = [...a.activations, ...b.activations];
  const newest = all.length <= MOST_ACTIVATIONS ? all : [...all].sort(byAge).slice(-MOST_ACTIVATIONS);
  return told(newest, countOf(a) + countOf(b));
}

// For each right by itself: of a list of all of them, one with many thousand would leave no room for the others.
function readNewest(apiResourceIds: string[]) {
  return db().$queryRaw<(ActivationFacts & { apiResourceId: string; keyKind: LicenseKeyKind })[]>`
    SELECT r.id AS "apiResourceId", a.id, a.instance, a.label, a.version, a.address, a.activated_at AS "activatedAt",
      a.last_seen_at AS "lastSeenAt", a.over_limit AS "overLimit", r.number AS "licenceNumber", k.kind AS "keyKind"
    FROM unnest(${apiResourceIds}::uuid[]) AS of(id)
    JOIN api_resource r ON r.id = of.id
    CROSS JOIN LATERAL (
      SELECT * FROM activation WHERE api_resource_id = r.id ORDER BY activated_at DESC, id DESC LIMIT ${MOST_ACTIVATIONS}
    ) a
    JOIN license_key k ON k.id = a.license_key_id
    ORDER BY a.activated_at, a.id`;
}

async function countActivations(apiResourceIds: string[]): Promise<Map<string, number>> {
  if (apiResourceIds.length === 0) return new Map();
  const where = { apiResourceId: { in: apiResourceIds } };
  const rows = await db().activation.groupBy({ by: ['apiResourceId'], where, _count: true });
  return new Map(rows.map(({ apiResourceId, _count }) => [apiResourceId, _count]));
}

function told(activations: ActivationFacts[], count: number): NewestActivations {
  return count > activations.length ? { activations, activationCount: count } : { activations };
}

function countOf({ activations, activationCount }: NewestActivations): number {
  return activationCount ?? activations.length;
}

function byAge(a: ActivationFacts, b: ActivationFacts): number {
  return a.activatedAt.getTime() - b.activatedAt.getTime() || (a.id < b.id ? -1 : 1);
}
