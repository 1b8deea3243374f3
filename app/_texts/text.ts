import { account } from './en/account';
import { activations } from './en/activations';
import { activity } from './en/activity';
import { admin } from './en/admin';
import { adminByKey } from './en/admin-by-key';
import { adminSubscriptions } from './en/admin-subscriptions';
import { apiKeys } from './en/api-keys';
import { applyTerms } from './en/apply-terms';
import { backups } from './en/backups';
import { cart } from './en/cart';
import { checkout } from './en/checkout';
import { clientErrors } from './en/client-errors';
import { compat } from './en/compat';
import { customers } from './en/customers';
import { dashboard } from './en/dashboard';
import { developers } from './en/developers';
import { docs } from './en/docs';
import { dropbox } from './en/dropbox';
import { editor } from './en/editor';
import { factors } from './en/factors';
import { help } from './en/help';
import { invoices } from './en/invoices';
import { keyAdmin } from './en/key-admin';
import { keyDesk } from './en/key-desk';
import { keyForm } from './en/key-form';
import { legal } from './en/legal';
import { licences } from './en/licences';
import { lists } from './en/lists';
import { logs } from './en/logs';
import { mails } from './en/mails';
import { manageErrors } from './en/manage-errors';
import { orderView } from './en/order-view';
import { orders } from './en/orders';
import { ownActivations } from './en/own-activations';
import { people } from './en/people';
import { personalData } from './en/personal-data';
import { productApi } from './en/product-api';
import { products } from './en/products';
import { reconcile } from './en/reconcile';
import { recurring } from './en/recurring';
import { reference } from './en/reference';
import { refusals } from './en/refusals';
import { releases } from './en/releases';
import { renewals } from './en/renewals';
import { setup } from './en/setup';
import { shell } from './en/shell';
import { shop } from './en/shop';
import { stock } from './en/stock';
import { storage } from './en/storage';
import { story } from './en/story';
import { system } from './en/system';
import { team } from './en/team';
import { thanks } from './en/thanks';
import { ui } from './en/ui';
import { uploads } from './en/uploads';
import { usage } from './en/usage';
import { webhooks } from './en/webhooks';
import { fillText, type Params, type Plural } from './fill-text';

// One file an area. A new area is one file in en/ and one line here.
const areas = {
  account,
  activations,
  activity,
  admin,
  adminByKey,
  adminSubscriptions,
  apiKeys,
  applyTerms,
  backups,
  cart,
  checkout,
  clientErrors,
  compat,
  customers,
  dashboard,
  developers,
  docs,
  dropbox,
  editor,
  factors,
  help,
  invoices,
  keyAdmin,
  keyDesk,
  keyForm,
  legal,
  licences,
  lists,
  logs,
  mails,
  manageErrors,
  orderView,
  orders,
  ownActivations,
  people,
  personalData,
  productApi,
  products,
  recurring,
  reconcile,
  reference,
  refusals,
  releases,
  renewals,
  setup,
  shell,
  shop,
  stock,
  storage,
  story,
  system,
  team,
  thanks,
  ui,
  uploads,
  usage,
  webhooks,
} satisfies Record<string, Record<string, string | Plural>>;

type Areas = typeof areas;
/** `area.name`, for example `cart.empty`. */
export type TextKey = { [A in keyof Areas]: `${A}.${Extract<keyof Areas[A], string>}` }[keyof Areas];

/**
 * The text for people behind a key, with `params` filled in: `text('cart.lines', { count: 2 })`. For server components;
 * a client component takes its words as props or imports its one area, so that the catalogue stays out of the browser.
 */
export function text(key: TextKey, params?: Params): string {
  const dot = key.indexOf('.');
  const area: Record<string, string | Plural> = areas[key.slice(0, dot) as keyof Areas]; // TextKey starts with an area
  const template = area[key.slice(dot + 1)];
  if (template === undefined) throw new Error(`There is no text ${key}`);
  return fillText(template, params);
}
