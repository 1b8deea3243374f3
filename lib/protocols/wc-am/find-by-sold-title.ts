import { findProductsByTitle } from '../../catalog/find-products-by-title';
import type { ClientCore } from '../../licensing/client-core';
import type { UpdateResult } from '../../licensing/find-update';

/** So many products of one title are looked at; titles need not differ. */
const MOST_NAMESAKES = 10;

type Asking = { key: string; instance: string; version: string };

/**
 * `update` and `information` of a product that is named by its title as it is sold, exactly (wc-am.md 5.6): the one on which
 * the instance is active, otherwise the oldest that is told to anybody. Asked only of a title that no software is known by, so
 * that the calls of everyday never scan the products.
 */
export async function findBySoldTitle(title: string, call: Asking, core: ClientCore): Promise<UpdateResult> {
  const namesakes = await findProductsByTitle(title, MOST_NAMESAKES);
  const { key, instance, version } = call;
  const ask = (number: number) => core.findUpdate({ key, product: { number }, instance, version });
  const found = await Promise.all(namesakes.map(ask));
  const refused = found.find((result) => !result.ok && result.reason === 'access_disabled');
  const licensed = found.find((result) => result.ok && result.license);
  return licensed ?? refused ?? found.find((result) => result.ok) ?? { ok: false, reason: 'product_not_found' };
}
