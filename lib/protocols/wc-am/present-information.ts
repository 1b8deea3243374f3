import type { PageName } from '../../catalog/read-product-pages';
import type { UpdateResult } from '../../licensing/find-update';
import { StdClass } from './php-serialize';
import { folderOf, homepageOf, wireId } from './present-update';

type Offer = Extract<UpdateResult, { ok: true }>;
type Sent = { requested: string; pluginName: string; slug: string };

export type InformationFacts = {
  /** Safe HTML in the order of the client's tabs. */
  pages: { [name in PageName]?: string };
  /** Of the product in this store, for one without a page of its own. */
  pageUrl: string;
  /** Places in use; undefined without a licence, and then nothing about installs is said. */
  installs: number | undefined;
};

/** `information`: what the client's "View details" window shows, as JSON (wc-am.md 3.5). */
export function presentInformation(offer: Offer, sent: Sent, facts: InformationFacts): object {
  const info = informationOf(offer, sent, facts);
  const isLicensed = facts.installs !== undefined;
  return {
    success: true,
    data: isLicensed ? { package: { product_id: wireId(offer, sent) }, info } : { info },
  };
}

/** `plugininformation`: the same members for PHP, without the envelope. */
export function presentPluginInformation(offer: Offer, sent: Sent, facts: InformationFacts): StdClass {
  return new StdClass(informationOf(offer, sent, facts));
}

function informationOf(offer: Offer, sent: Sent, { pages, pageUrl, installs }: InformationFacts) {
  const { product, release } = offer;
  return {
    name: product.title,
    // Always 0 in the original too: downloads are not counted for clients.
    ...(installs === undefined ? {} : { downloaded: 0, active_installs: installs }),
    slug: sent.slug === '' ? folderOf(sent.pluginName) : sent.slug,
    version: release?.version ?? '',
    author: product.author,
    homepage: homepageOf(offer, pageUrl),
    requires: product.requiresVersion,
    tested: product.testedVersion,
    last_updated: release?.releasedAt.toISOString().slice(0, 10) ?? '',
    requires_php: product.requiresPhp,
    compatibility: product.testedVersion,
    sections: pages,
  };
}
