import { type OfferedRelease, readOfferedReleases } from '../db/read-offered-releases';
import { callColumns } from './call-columns';
import type { ClientCall } from './client-call';

export type UpdateResult =
  | {
      ok: true;
      product: OfferedRelease['product'];
      release: OfferedRelease['release'];
      license: OfferedRelease['license'];
    }
  | { ok: false; reason: 'product_not_found' | 'access_disabled' };

/**
 * The release each call may be told about, from one read. Version information is public: without a live activation the
 * newest release is named and `license` is undefined, which means "no download" (wc-am.md 3.4).
 */
export async function findUpdate(
  calls: Pick<ClientCall, 'key' | 'product' | 'instance'>[],
  options: { at: Date },
): Promise<UpdateResult[]> {
  const found: (OfferedRelease | undefined)[] = calls.map(() => undefined);
  for (const offer of await readOfferedReleases(calls.map(callColumns), options.at)) found[offer.call] = offer;
  return found.map((offer) => {
    if (!offer) return { ok: false, reason: 'product_not_found' };
    if (offer.license?.accessDisabled) return { ok: false, reason: 'access_disabled' };
    return { ok: true, product: offer.product, release: offer.release, license: offer.license };
  });
}
