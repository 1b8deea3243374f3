import type { UpdateResult } from '../../licensing/find-update';
import { StdClass } from './php-serialize';

type Offer = Extract<UpdateResult, { ok: true }>;
type Sent = { requested: string; pluginName: string; slug: string };

/**
 * The `package` object of an update answer. All keys are always there, because clients index them without looking; without a
 * licence `package` is empty and `product_id` is left out (wc-am.md 3.4). The store never compares versions: the client does.
 */
export function presentUpdate(offer: Offer, sent: Sent, packageUrl: string, storePageUrl: string): object {
  const productId = wireId(offer, sent);
  const folder = folderOf(sent.pluginName);
  return {
    success: true,
    data: {
      package: {
        // JSON leaves out what is undefined.
        product_id: packageUrl === '' ? undefined : productId,
        id: `${folder}-${productId}`,
        slug: sent.slug === '' ? folder : sent.slug,
        plugin: sent.pluginName,
        new_version: offer.release?.version ?? '',
        url: homepageOf(offer, storePageUrl),
        tested: offer.product.testedVersion,
        upgrade_notice: offer.release?.upgradeNotice ?? '',
        package: packageUrl,
      },
    },
  };
}

/** `pluginupdatecheck`: the same for PHP, and never with a `product_id`. */
export function presentPluginUpdate(offer: Offer, sent: Sent, packageUrl: string, storePageUrl: string): StdClass {
  const folder = folderOf(sent.pluginName);
  return new StdClass({
    id: `${folder}-${wireId(offer, sent)}`,
    slug: sent.slug === '' ? folder : sent.slug,
    plugin: sent.pluginName,
    new_version: offer.release?.version ?? '',
    url: homepageOf(offer, storePageUrl),
    tested: offer.product.testedVersion,
    upgrade_notice: offer.release?.upgradeNotice ?? '',
    package: packageUrl,
  });
}

/** Every refusal of a serialized action: clients read no other, and find nothing to install (wc-am.md 3.4, 5.8). */
export function presentPluginRefusal(): StdClass {
  return new StdClass({
    slug: '',
    plugin: '',
    new_version: '',
    url: '',
    tested: '',
    package: '',
    errors: { download_revoked: 'download_revoked' },
  });
}

/** The product in the client's own words, or, for a client that names it by title, its number. */
export function wireId(offer: Offer, sent: { requested: string }): string {
  return /^\d+$/.test(sent.requested) ? sent.requested : String(offer.license?.planNumber ?? offer.product.number);
}

/** The folder of `folder/file.php`, or all of a name without a file, as themes send it. */
export function folderOf(pluginName: string): string {
  if (!pluginName.includes('.php')) return pluginName;
  // PHP's dirname(): of a name without a folder it is ".".
  const cut = pluginName.lastIndexOf('/');
  return cut <= 0 ? '.' : pluginName.slice(0, cut);
}

export function homepageOf(offer: Offer, storePageUrl: string): string {
  return offer.product.pageUrl === '' ? storePageUrl : offer.product.pageUrl;
}
