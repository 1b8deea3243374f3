import { now } from '../../clock';
import { packageUrl } from '../../downloads/package-url';
import { env } from '../../env';
import type { ClientCore } from '../../licensing/client-core';
import { derivedKey } from '../../secrets/keyring';
import { recentStoreSettings } from '../../settings/recent-store-settings';
import type { WireRefusal } from './messages';
import type { Parsed } from './parse';
import { presentUpdate } from './present-update';
import type { Verdict } from './verdict';

const DAY_MS = 86_400_000;

type UpdateCall = Extract<Parsed, { action: 'update' }>;
type UpdateAnswer = { ok: true; verdict: Verdict } | { ok: false; refusal: WireRefusal };

/** `update`: always the product's version; with a live activation also where to fetch it (wc-am.md 3.4). */
export async function answerUpdate(call: UpdateCall, core: ClientCore): Promise<UpdateAnswer> {
  const result = await core.findUpdate(call);
  if (!result.ok) {
    if (result.reason === 'access_disabled') return { ok: false, refusal: { reason: 'access_disabled' } };
    return { ok: false, refusal: { reason: 'product_not_found', requested: call.requested } };
  }
  const { license, product, release } = result;
  // An active instance must say its version, as the original demands; without it there is no licence to speak of.
  if (license && call.version === '') return { ok: false, refusal: { reason: 'missing', names: ['version'] } };
  const link = license && release ? await packageLink(license) : '';
  const body = presentUpdate(result, call, link, `${env().publicUrl}/products/${product.slug}`);
  return { ok: true, verdict: { outcome: link === '' ? 'unlicensed' : 'ok', body } };
}

async function packageLink(license: {
  customerNumber: number;
  planNumber: number;
  orderNumber: number;
}): Promise<string> {
  const { customerNumber, planNumber, orderNumber } = license;
  const { downloadLinkDays } = await recentStoreSettings();
  const expiresAt = new Date(now().getTime() + downloadLinkDays * DAY_MS);
  const link = { customerNumber, productNumber: planNumber, orderNumber, expiresAt };
  return packageUrl(env().publicUrl, link, derivedKey('download-link'));
}
