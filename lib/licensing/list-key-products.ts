import { type CalledResource, type MatchedResource, readCalledResources } from '../db/read-called-resources';
import { lookupDigest } from '../secrets/lookup-digest';
import type { KeyRefusal, LicenseKeyKind, Refused } from './client-call';
import { isLive, resourceState } from './resource-state';

export type KeyProductsResult =
  | {
      ok: true;
      keyKind: LicenseKeyKind;
      accessDisabled: boolean;
      customerId: string;
      /** What the key opens now, whatever the product, oldest first. */
      resources: MatchedResource[];
    }
  | (Refused<Exclude<KeyRefusal, 'access_disabled' | 'wrong_product'>> & { accessDisabled: boolean });

/**
 * Answers each key from one read; nothing is changed, locked or cached. That access is disabled is told, not refused, because
 * one action of the original looks at the key alone (wc-am.md 3.7); whoever refuses for it does so before anything else.
 */
export async function listKeyProducts(calls: { key: string }[], options: { at: Date }): Promise<KeyProductsResult[]> {
  const rows: CalledResource[][] = calls.map(() => []);
  const columns = calls.map(({ key }) => ({ digest: lookupDigest(key), product: null, title: null, instance: '' }));
  for (const row of await readCalledResources(columns)) rows[row.call]?.push(row);
  return rows.map((found) => productsOf(found, options.at));
}

function productsOf(rows: CalledResource[], at: Date): KeyProductsResult {
  const [first] = rows;
  if (!first || first.keyDead) {
    return { ok: false, reason: 'key_not_found', keyKind: undefined, accessDisabled: false };
  }
  const all = rows.flatMap((row) => (row.resource ? [row.resource] : []));
  const resources = all.filter((resource) => isLive(resource, at)).sort((a, b) => a.number - b.number);
  const { keyKind, accessDisabled, customerId } = first;
  if (resources.length === 0) return { ok: false, reason: whyNone(all, at), keyKind, accessDisabled };
  return { ok: true, keyKind, accessDisabled, customerId, resources };
}

function whyNone(all: MatchedResource[], at: Date): 'suspended' | 'expired' | 'revoked' {
  const states = all.map((resource) => resourceState(resource, at));
  if (states.includes('suspended')) return 'suspended';
  return states.includes('expired') ? 'expired' : 'revoked';
}
