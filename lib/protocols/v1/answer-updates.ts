import { createHash } from 'node:crypto';
import { readReleaseFile } from '../../catalog/read-release-file';
import { now } from '../../clock';
import { packageMark, packageUrl } from '../../downloads/package-url';
import { env } from '../../env';
import type { ClientCore } from '../../licensing/client-core';
import type { UpdateResult } from '../../licensing/find-update';
import { derivedKey } from '../../secrets/keyring';
import type { StoreSettings } from '../../settings/store-settings';
import type { V1Call } from './parse';
import { presentUpdate } from './present-update';
import { refuse, type Told, tell } from './told';

const DAY_MS = 86_400_000;

type UpdatesCall = Extract<V1Call, { verb: 'updates' }>;
type Store = { core: ClientCore; settings: StoreSettings };
type Offer = Extract<UpdateResult, { ok: true }>;
type License = NonNullable<Offer['license']>;

/** `updates`: the release on offer; with a live activation also where to fetch it. `version` is only noted, never compared. */
export async function answerUpdates(call: UpdatesCall, { core, settings }: Store): Promise<Told> {
  const result = await core.findUpdate(call);
  if (!result.ok) return refuse({ reason: result.reason });
  const { license, product, release } = result;
  if (!license && !settings.publicVersionInfo) {
    return refuse({ reason: call.key === '' ? 'key_missing' : 'license_required' });
  }
  const file = release && (await readReleaseFile(release.id));
  const link =
    license && release && file?.artifact ? linkOf(license, release.isRemote, settings.downloadLinkDays) : undefined;
  const storePageUrl = `${env().publicUrl}/products/${product.slug}`;
  const body = presentUpdate({ product, release, file, link, storePageUrl, isLicensed: license !== undefined });
  return tell(body, { outcome: license ? 'ok' : 'unlicensed' });
}

/** The answer with its ETag; 304 when the caller has it already. Only for questions that a cache may keep. */
export function withEtag(told: Told, ifNoneMatch: string): Told {
  if (told.status !== 200) return told;
  const etag = `"${createHash('sha256').update(told.text).digest('base64url')}"`;
  const headers = { ...told.headers, etag, 'cache-control': 'private, no-cache', vary: 'authorization' };
  return isKnown(etag, ifNoneMatch) ? { ...told, status: 304, text: '', headers } : { ...told, headers };
}

// Compared weakly, as RFC 9110 wants it here: a proxy that compresses on the way marks our strong one as weak.
function isKnown(etag: string, ifNoneMatch: string): boolean {
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((known) => known.trim().replace(/^W\//, '') === etag);
}

/**
 * The link ends at fixed instants, half a lifetime apart, instead of a lifetime from now: so the answer stays the same text
 * for that long, its strong ETag is true, and what a 304 confirms has a link with at least half its lifetime before it.
 */
function linkOf(license: License, isRemote: boolean, days: number): { url: string; expiresAt: Date } {
  const half = (days * DAY_MS) / 2;
  const expiresAt = new Date(Math.floor(now().getTime() / half) * half + 2 * half);
  const link = {
    customerNumber: license.customerNumber,
    productNumber: license.planNumber,
    orderNumber: license.orderNumber,
    mark: packageMark(license.activation.id, license.keyMark),
    isRemote,
    expiresAt,
  };
  return { url: packageUrl(env().publicUrl, link, derivedKey('download-link')), expiresAt };
}
