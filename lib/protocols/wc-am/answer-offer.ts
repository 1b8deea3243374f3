import { keepsReleases } from '../../catalog/keeps-releases';
import { readProductPages } from '../../catalog/read-product-pages';
import { now } from '../../clock';
import { packageMark, packageUrl } from '../../downloads/package-url';
import { env } from '../../env';
import type { UpdateResult } from '../../licensing/find-update';
import { derivedKey } from '../../secrets/keyring';
import { findBySoldTitle } from './find-by-sold-title';
import type { OfferCall } from './parse';
import { presentInformation, presentPluginInformation } from './present-information';
import { presentPluginUpdate, presentUpdate } from './present-update';
import { withProduct } from './resource-data';
import type { Answered, Store } from './verdict';

const DAY_MS = 86_400_000;

type Offer = Extract<UpdateResult, { ok: true }>;
type License = NonNullable<Offer['license']>;

/**
 * `update` and `information`, with their serialized twins (wc-am.md 3.4, 3.5): always the product's version; with a live
 * activation also where to fetch it.
 */
export async function answerOffer(call: OfferCall, store: Store): Promise<Answered> {
  const first = await askOwn(call, store);
  const result = first.ok && first.license ? first : await orByParent(first, call, store);
  if (!result.ok) {
    if (result.reason === 'access_disabled') return { refusal: { reason: 'access_disabled' } };
    if (call.bySoftwareId) return { refusal: { reason: 'missing', names: ['product_id'] } };
    return { refusal: { reason: 'product_not_found', requested: call.requested } };
  }
  if (result.license) {
    // An active instance must say its version, as the original demands; without it there is no licence to speak of.
    if (!call.saysVersion) return { refusal: { reason: 'missing', names: ['version'] } };
  } else if (!store.settings.publicVersionInfo) {
    return { refusal: { reason: 'activation_required' } };
  }
  return call.action === 'update' || call.action === 'pluginupdatecheck'
    ? answerUpdate(call, result, store)
    : answerInformation(call, result, store);
}

async function askOwn(call: OfferCall, { core }: Store): Promise<UpdateResult> {
  const found = await core.findUpdate(call);
  const isUnknown = !found.ok && found.reason === 'product_not_found';
  // A `software_id` is only ever the title of software.
  if (!isUnknown || !('title' in call.product) || call.bySoftwareId) return found;
  return findBySoldTitle(call.product.title, call, core);
}

// As with places: a licence for another plan of the parent that the client names; for a product that we do not know, whatever
// the parent has. Asked only when the own product has no licence.
async function orByParent(first: UpdateResult, call: OfferCall, { core }: Store): Promise<UpdateResult> {
  const { key, parent: product, instance, version } = call;
  const isUnknown = !first.ok && first.reason === 'product_not_found';
  if (product === undefined || (first.ok ? key === '' : !isUnknown)) return first;
  const second = await core.findUpdate({ key, product, instance, version });
  return isUnknown || (second.ok && second.license) ? second : first;
}

async function answerUpdate(call: OfferCall, offer: Offer, store: Store): Promise<Answered> {
  const { license, release, product } = offer;
  const link = license && release ? packageLink(license, release.isRemote, store) : '';
  const pageUrl = `${env().publicUrl}/products/${product.slug}`;
  const outcome = link === '' ? 'unlicensed' : 'ok';
  const told = await withPublicVersion(offer, store);
  if (call.action === 'pluginupdatecheck') return { outcome, body: presentPluginUpdate(told, call, link, pageUrl) };
  const body = presentUpdate(told, call, link, pageUrl);
  const isExtended = license !== undefined && store.settings.sendApiResourceData;
  return { outcome, body: isExtended ? await withLicence(body, license, call, store) : body };
}

async function answerInformation(call: OfferCall, offer: Offer, store: Store): Promise<Answered> {
  const told = await withPublicVersion(offer, store);
  const { license, product, release } = told;
  const pages = await readProductPages(product.id, store.settings.docTabs, { offeredId: release?.id });
  const { key, instance, version } = call;
  const places =
    license && (await store.core.checkStatus({ key, product: { number: license.planNumber }, instance, version }));
  const facts = {
    pages,
    pageUrl: `${env().publicUrl}/products/${product.slug}`,
    installs: license ? (places?.ok ? places.allowance.used : 0) : undefined,
  };
  const outcome = license ? 'ok' : 'unlicensed';
  if (call.action === 'plugininformation') return { outcome, body: presentPluginInformation(told, call, facts) };
  const body = presentInformation(told, call, facts);
  const isExtended = license !== undefined && store.settings.sendApiResourceData;
  return { outcome, body: isExtended ? await withLicence(body, license, call, store) : body };
}

// A licence whose updates ended before every release is told the version that any stranger is told (wc-am.md 3.4). Only for
// showing: a link is made from what the licence itself may have. A vendor who takes back what a licence had wants it told
// nothing (ADR 0068).
async function withPublicVersion(offer: Offer, { core, settings }: Store): Promise<Offer> {
  if (!offer.license || offer.release || !settings.publicVersionInfo) return offer;
  const { id, number } = offer.product;
  const known = await core.findUpdate({ key: '', product: { number }, instance: '', version: '' });
  if (!known.ok || !known.release) return offer;
  return (await keepsReleases(id)) ? { ...known, license: offer.license } : offer;
}

// By the plan that holds the place: the client may have named it by its parent or by a title.
function withLicence(body: object, license: License, { key, instance }: OfferCall, store: Store): Promise<object> {
  return withProduct(body, { key, product: { number: license.planNumber }, instance }, store);
}

function packageLink(license: License, isRemote: boolean, { settings }: Store): string {
  const link = {
    customerNumber: license.customerNumber,
    productNumber: license.planNumber,
    orderNumber: license.orderNumber,
    mark: packageMark(license.activation.id, license.keyMark),
    isRemote,
    expiresAt: new Date(now().getTime() + settings.downloadLinkDays * DAY_MS),
  };
  return packageUrl(env().publicUrl, link, derivedKey('download-link'));
}
