import type { ProductAsked } from '../../licensing/client-call';
import type { Parameters } from './read-parameters';

type PlaceAction = 'activate' | 'deactivate' | 'status';
type OfferAction = 'update' | 'pluginupdatecheck' | 'information' | 'plugininformation';
type KeyAction = 'product_list' | 'verify_api_key_is_active';
export type Action = PlaceAction | OfferAction | KeyAction;

/** What every call carries; empty where the client sent nothing. */
export type Sent = { key: string; requested: string; instance: string; version: string };

type Asked = Sent & {
  product: ProductAsked;
  /** The product that the client names as the parent of `product`, when it names two different ones. */
  parent: ProductAsked | undefined;
  /** The product came as `software_id`, which the original looks up as a title (wc-am.md 1.3). */
  bySoftwareId: boolean;
};

/** A call about one instance's place. */
export type PlaceCall = Asked & { action: PlaceAction; label: string };

/** A call about the product's newest release. */
export type OfferCall = Asked & { action: OfferAction; pluginName: string; slug: string; saysVersion: boolean };

/** A call about the key alone. */
export type KeyCall = Sent & { action: KeyAction };

export type Call = PlaceCall | OfferCall | KeyCall;

/** A call in our words, or what the original would find missing in it, with what it did send. */
export type Parsed =
  | Call
  | { refused: 'no_request' | 'unknown_request'; sent: Sent }
  | { refused: 'missing'; names: string[]; action: Action; sent: Sent };

// Wire names of older clients, in the order in which the original translates them (wc-am.md 1.3): the later one wins.
export const TRANSLATED: readonly [from: string, to: string][] = [
  ['request', 'wc_am_action'],
  ['software_id', 'product_id'],
  ['software_version', 'version'],
  ['licence_key', 'api_key'],
  ['license_key', 'api_key'],
  ['platform', 'object'],
];

export const ALIASES: Record<string, Action> = { activation: 'activate', deactivation: 'deactivate' };

const PLACE = ['api_key', 'product_id', 'instance'];
const OFFER = ['product_id', 'plugin_name'];
export const REQUIRED: Record<Action, readonly string[]> = {
  activate: PLACE,
  deactivate: PLACE,
  status: PLACE,
  update: OFFER,
  pluginupdatecheck: OFFER,
  information: OFFER,
  plugininformation: OFFER,
  product_list: ['api_key', 'instance'],
  verify_api_key_is_active: ['api_key'],
};

/** The wire names without which an action cannot be asked; none of an action that does not exist. */
export function requiredNames(action: string): readonly string[] {
  return isAction(action) ? REQUIRED[action] : [];
}

const LONGEST_TEXT = 190;
const LONGEST_VERSION = 20;
const LARGEST_NUMBER = 2_147_483_647;

/** Turns wire parameters into a call. Nothing here knows a database. */
export function parse(parameters: Parameters, isSoftwareAddOn = false): Parsed {
  translate(parameters);
  const wanted = parameters.get('wc_am_action');
  if (wanted === undefined) return { refused: 'no_request', sent: sentOf(parameters) };
  const action = isSoftwareAddOn && wanted === 'check' ? 'status' : (ALIASES[wanted] ?? wanted);
  if (!isAction(action)) return { refused: 'unknown_request', sent: sentOf(parameters) };
  const missing = REQUIRED[action].filter((name) => !parameters.has(name));
  if (isOffer(action) && needsKey(parameters)) missing.push('api_key');
  if (missing.length > 0) return { refused: 'missing', names: missing, action, sent: sentOf(parameters) };
  return toCall(action, parameters);
}

// A title alone could be anybody's; the original wants to know whose (wc-am.md 3.4).
function needsKey(parameters: Parameters): boolean {
  const product = parameters.get('product_id');
  return product !== undefined && !/^\d+$/.test(product) && !parameters.has('api_key');
}

function sentOf(parameters: Parameters): Sent {
  const sent = (name: string) => parameters.get(name) ?? '';
  return {
    key: sent('api_key'),
    requested: cut(sent('product_id')),
    instance: cut(sent('instance')),
    version: versionOf(sent('version')),
  };
}

function toCall(action: Action, parameters: Parameters): Call {
  const sent = (name: string) => parameters.get(name) ?? '';
  const { key, requested, instance, version } = sentOf(parameters);
  if (isKey(action)) return { action, key, requested, instance, version };
  const product = productAsked(requested);
  const parent = parentOf(parameters, requested);
  const bySoftwareId = parameters.has('software_id');
  if (isOffer(action)) {
    const pluginName = plain(sent('plugin_name'));
    const slug = plain(sent('slug'));
    const saysVersion = parameters.has('version');
    return { action, key, product, requested, parent, bySoftwareId, instance, version, saysVersion, pluginName, slug };
  }
  const label = cut(sent('object'));
  return { action, key, product, requested, parent, bySoftwareId, instance, version, label };
}

// By code points, as the database counts: half a surrogate pair would not come back as it went in.
function cut(text: string): string {
  return text.length <= LONGEST_TEXT ? text : [...text].slice(0, LONGEST_TEXT).join('');
}

// As the original keeps it, whichever action says it: log and activation take what comes out of here as it is.
function versionOf(text: string): string {
  return text.replace(/[^\d,.]/g, '').slice(0, LONGEST_VERSION);
}

// Both come back in the answer, and a serialized answer is called text/html: no tag may begin in it.
function plain(text: string): string {
  return text.replace(/[<>]/g, '');
}

function translate(parameters: Parameters): void {
  for (const [from, to] of TRANSLATED) {
    const value = parameters.get(from);
    if (value !== undefined) parameters.set(to, value);
  }
  // Without a product of its own the parent is the product (wc-am.md 5.6).
  const parent = sentParent(parameters);
  if (parent !== undefined && !parameters.has('product_id')) parameters.set('product_id', parent);
}

// Clients 2.10 and later name the parent one way, the original reads the other.
function sentParent(parameters: Parameters): string | undefined {
  return parameters.get('product_parent_id') ?? parameters.get('parent_product_id');
}

function parentOf(parameters: Parameters, requested: string): ProductAsked | undefined {
  const parent = sentParent(parameters);
  return parent === undefined || parent === requested ? undefined : productAsked(cut(parent));
}

function productAsked(text: string): ProductAsked {
  if (!/^\d+$/.test(text)) return { title: text };
  const number = Number(text);
  // Beyond the column's range no product can have it: 0 is a number that none has either.
  return { number: number <= LARGEST_NUMBER ? number : 0 };
}

function isAction(value: string): value is Action {
  return Object.hasOwn(REQUIRED, value);
}

function isOffer(action: Action): action is OfferAction {
  return REQUIRED[action] === OFFER;
}

function isKey(action: Action): action is KeyAction {
  return action === 'product_list' || action === 'verify_api_key_is_active';
}
