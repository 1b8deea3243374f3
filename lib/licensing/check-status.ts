import { type CalledResource, type MatchedResource, readCalledResources } from '../db/read-called-resources';
import type { Allowance } from './allowance';
import { callColumns } from './call-columns';
import type { ClientCall, KeyRefusal, Refused } from './client-call';
import { isLive, resourceState } from './resource-state';
import type { FoundActivation } from './see-activations';

export type StatusResult =
  | {
      ok: true;
      /** The instance holds a place of a live resource. */
      active: boolean;
      activation: FoundActivation | undefined;
      customerId: string;
      allowance: Allowance;
      /** The live resources that the key opens for this product, oldest first. */
      resources: MatchedResource[];
    }
  | Refused<KeyRefusal>;

/** Answers each call from one read; nothing is changed, locked or cached. */
export async function checkStatus(
  calls: Pick<ClientCall, 'key' | 'product' | 'instance'>[],
  options: { at: Date },
): Promise<StatusResult[]> {
  const rows: CalledResource[][] = calls.map(() => []);
  for (const row of await readCalledResources(calls.map(callColumns))) rows[row.call]?.push(row);
  return rows.map((found) => statusOf(found, options.at));
}

/** The answer to one call from what the database found for it. */
export function statusOf(rows: CalledResource[], at: Date): StatusResult {
  const [first] = rows;
  if (!first || first.keyDead) return { ok: false, reason: 'key_not_found', keyKind: undefined };
  if (first.accessDisabled) return { ok: false, reason: 'access_disabled', keyKind: first.keyKind };
  const matched = rows.flatMap((row) => (row.resource ? [row.resource] : [])).sort((a, b) => a.number - b.number);
  const resources = matched.filter((resource) => isLive(resource, at));
  if (resources.length === 0) return { ok: false, reason: refusalOf(first, matched, at), keyKind: first.keyKind };
  const holder = resources.find((resource) => resource.activationId !== null);
  return {
    ok: true,
    active: holder !== undefined,
    activation: holder && foundActivation(holder),
    customerId: first.customerId,
    allowance: totalAllowance(resources),
    resources,
  };
}

function foundActivation(holder: MatchedResource): FoundActivation | undefined {
  const { activationId, activationVersion, activationSeenAt } = holder;
  return activationId === null
    ? undefined
    : { id: activationId, version: activationVersion ?? '', seenAt: activationSeenAt ?? 0 };
}

// The same order of reasons as refusal_of in the database.
function refusalOf(key: CalledResource, matched: MatchedResource[], at: Date): KeyRefusal {
  if (key.ownResourceRevoked) return 'revoked';
  if (matched.length === 0) return 'wrong_product';
  const states = matched.map((resource) => resourceState(resource, at));
  if (states.includes('suspended')) return 'suspended';
  return states.includes('expired') ? 'expired' : 'revoked';
}

function totalAllowance(resources: MatchedResource[]): Allowance {
  const unlimited = resources.some((resource) => resource.activationLimit === null);
  const bought = resources.reduce((sum, resource) => sum + (resource.activationLimit ?? 0), 0);
  const used = resources.reduce((sum, resource) => sum + resource.activationCount, 0);
  if (unlimited) return { limit: null, used, remaining: Number.POSITIVE_INFINITY };
  return { limit: bought, used, remaining: Math.max(0, bought - used) };
}
