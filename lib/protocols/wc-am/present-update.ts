import type { UpdateResult } from '../../licensing/find-update';

type Offer = Extract<UpdateResult, { ok: true }>;

/**
 * The `package` object of an update answer. All keys are always there, because clients index them without looking; without a
 * licence `package` is empty and `product_id` is left out (wc-am.md 3.4). The store never compares versions: the client does.
 */
export function presentUpdate(
  offer: Offer,
  sent: { requested: string; pluginName: string; slug: string },
  packageUrl: string,
  storePageUrl: string,
): object {
  const licensed = packageUrl !== '';
  const folder = sent.pluginName.includes('.php') ? dirname(sent.pluginName) : sent.pluginName;
  return {
    success: true,
    data: {
      package: {
        ...(licensed ? { product_id: sent.requested } : {}),
        id: `${folder}-${sent.requested}`,
        slug: sent.slug === '' ? folder : sent.slug,
        plugin: sent.pluginName,
        new_version: offer.release?.version ?? '',
        url: offer.product.pageUrl === '' ? storePageUrl : offer.product.pageUrl,
        tested: offer.product.testedVersion,
        upgrade_notice: offer.release?.upgradeNotice ?? '',
        package: packageUrl,
      },
    },
  };
}

// PHP's dirname(): of a name without a folder it is ".".
function dirname(path: string): string {
  const cut = path.lastIndexOf('/');
  return cut <= 0 ? '.' : path.slice(0, cut);
}
