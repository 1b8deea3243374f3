import {
  activated,
  deactivated,
  type Expected,
  informed,
  informedBare,
  listed,
  noCustomer,
  noPlace,
  noProducts,
  noResources,
  notActive,
  offered,
  offeredBare,
  senseless,
  statusActive,
  verified,
} from './matrix-answers';

export type KeyKind = 'master' | 'product_order' | 'associated';
export type State =
  | 'active'
  | 'limit reached'
  | 'expired'
  | 'in grace'
  | 'revoked'
  | 'refunded'
  | 'wrong product'
  | 'unknown key';
export type Action =
  | 'activate'
  | 'deactivate'
  | 'status'
  | 'update'
  | 'information'
  | 'product_list'
  | 'verify_api_key_is_active';

type Row = readonly [State, Action, Record<KeyKind, Expected>, why: string];

const all = (expected: Expected) => ({ master: expected, product_order: expected, associated: expected });
const each = (master: Expected, product_order: Expected, associated: Expected) => ({
  master,
  product_order,
  associated,
});

// A master key belongs to the customer, who is still there; the other two went with the purchase that they opened.
const goneWithPurchase = each(noResources('revoked'), noCustomer('revoked'), noCustomer('revoked'));
const productsGone = each(noProducts, noCustomer('revoked'), noCustomer('revoked'));
const productsOf = (bought: number) => each(listed(bought), listed(bought), noProducts);
const namesNoProduct = all(senseless('the action names no product, so none can be wrong'));

/**
 * Every cell, written by hand from wc-am.md (sections in the last column). Before each call one site, "laptop", is active
 * with the cell's own key under a limit of three (one, when the limit is reached). `activate` comes from a second site,
 * everything else from the laptop.
 */
export const CELLS: readonly Row[] = [
  ['active', 'activate', all(activated), '3.1; 5.2: all three kinds authenticate'],
  ['active', 'deactivate', all(deactivated(3)), '3.2'],
  ['active', 'status', all(statusActive(3)), '3.3'],
  ['active', 'update', all(offered), '3.4 authenticated'],
  ['active', 'information', all(informed), '3.5 authenticated'],
  ['active', 'product_list', productsOf(3), '3.6: master or product order key only'],
  ['active', 'verify_api_key_is_active', all(verified), '3.7: master, product order or associated'],

  ['limit reached', 'activate', all(noPlace), '4: all slots used'],
  ['limit reached', 'deactivate', all(deactivated(1)), '3.2: a full licence can be emptied'],
  ['limit reached', 'status', all(statusActive(1)), '3.3: the site that has its place keeps it'],
  ['limit reached', 'update', all(offered), '3.4: the instance is active'],
  ['limit reached', 'information', all(informed), '3.5: the instance is active'],
  ['limit reached', 'product_list', productsOf(1), '3.6: places are no condition'],
  ['limit reached', 'verify_api_key_is_active', all(verified), '3.7: places are no condition'],

  ['expired', 'activate', all(noResources('expired')), '13: every call of an expired key answers so; rows are kept'],
  ['expired', 'deactivate', all(noResources('expired')), '13; 3.2: wrong key, nothing is deleted'],
  ['expired', 'status', all(noResources('expired')), '13; 9.3: never "inactive", which erases keys'],
  ['expired', 'update', all(offeredBare('{product}')), '13 and capture 40: the version with an empty package'],
  ['expired', 'information', all(informedBare('{product}')), '3.5: needs an un-expired right for the licensed members'],
  ['expired', 'product_list', all(noProducts), '4: product_list, none'],
  ['expired', 'verify_api_key_is_active', all(notActive), '3.7: no live resource'],

  ['in grace', 'activate', all(activated), '5.5 as decided: in payment grace everything works as before'],
  ['in grace', 'deactivate', all(deactivated(3)), '5.5 as decided'],
  ['in grace', 'status', all(statusActive(3)), '5.5 as decided: the original answered "inactive" here'],
  ['in grace', 'update', all(offered), '5.5 as decided: the original gave an empty package here'],
  ['in grace', 'information', all(informed), '5.5 as decided'],
  ['in grace', 'product_list', productsOf(3), '5.5: resource still lists'],
  ['in grace', 'verify_api_key_is_active', all(verified), '5.5: verify succeeds'],

  ['revoked', 'activate', goneWithPurchase, '5.2 user lookup; 13: a revoked key has no customer'],
  ['revoked', 'deactivate', goneWithPurchase, '3.2: the key errors of section 4'],
  ['revoked', 'status', goneWithPurchase, '13'],
  ['revoked', 'update', all(offeredBare('{product}')), '3.4: version information is public'],
  ['revoked', 'information', all(informedBare('{product}')), '3.5: without the licensed members'],
  ['revoked', 'product_list', productsGone, '4: no user for key; a master key has a user but no product'],
  ['revoked', 'verify_api_key_is_active', all(notActive), '3.7: no live resource'],

  ['refunded', 'activate', goneWithPurchase, '5.7: full line refund removes the resource'],
  ['refunded', 'deactivate', goneWithPurchase, '3.2: the key errors of section 4'],
  ['refunded', 'status', goneWithPurchase, '13'],
  ['refunded', 'update', all(offeredBare('{product}')), '3.4: version information is public'],
  ['refunded', 'information', all(informedBare('{product}')), '3.5: without the licensed members'],
  ['refunded', 'product_list', productsGone, '4: no user for key; a master key has a user but no product'],
  ['refunded', 'verify_api_key_is_active', all(notActive), '3.7: no live resource'],

  ['wrong product', 'activate', all(noResources('wrong_product')), '4: no live resource for key+product'],
  ['wrong product', 'deactivate', all(noResources('wrong_product')), '3.2; 5.8: deletes are scoped to the product'],
  ['wrong product', 'status', all(noResources('wrong_product')), '4; capture 06'],
  ['wrong product', 'update', all(offeredBare('{other}')), '3.4: the other product, but never its package'],
  ['wrong product', 'information', all(informedBare('{other}')), '3.5: the other product, no licensed members'],
  ['wrong product', 'product_list', namesNoProduct, '3.6'],
  ['wrong product', 'verify_api_key_is_active', namesNoProduct, '3.7: does not check the product'],

  // An unknown key has no kind; each column sends one of that kind's shape (5.2), because the shape must not matter.
  ['unknown key', 'activate', all(noCustomer('key_not_found')), '4: no user for key; capture 05'],
  ['unknown key', 'deactivate', all(noCustomer('key_not_found')), '3.2: the key errors of section 4'],
  ['unknown key', 'status', all(noCustomer('key_not_found')), '9.3: the text that clients compare'],
  ['unknown key', 'update', all(offeredBare('{product}')), '3.4: unknown key; 5.8: removes nothing'],
  ['unknown key', 'information', all(informedBare('{product}')), '3.5; 5.8: removes nothing'],
  ['unknown key', 'product_list', all(noCustomer('key_not_found')), '4: no user for key, before resources'],
  ['unknown key', 'verify_api_key_is_active', all(notActive), '3.7; capture 29'],
];
