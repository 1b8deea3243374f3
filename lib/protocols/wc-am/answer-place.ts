import { unreachable } from '../../errors';
import type { ActivateCall } from '../../licensing/activate';
import type { KeyRefusal, ProductAsked } from '../../licensing/client-call';
import type { WireRefusal } from './messages';
import type { PlaceCall } from './parse';
import { presentActivated, presentDeactivated, presentStatus } from './present';
import { withResources } from './resource-data';
import type { Answered, Store } from './verdict';

/** `activate`, `deactivate` and `status` (wc-am.md 3.1 to 3.3). */
export function answerPlace(call: PlaceCall, store: Store): Promise<Answered> {
  switch (call.action) {
    case 'activate':
      return answerActivate(call, store);
    case 'deactivate':
      return answerDeactivate(call, store);
    case 'status':
      return answerStatus(call, store);
    default:
      return unreachable(call.action);
  }
}

async function answerActivate(call: PlaceCall, store: Store): Promise<Answered> {
  const ask = (product: ProductAsked) => store.core.activate(placeCall(call, product, store.address));
  const { result, product } = await askEither(call, ask);
  if (!result.ok) return { refusal: await refusalOf(result, call, store) };
  const body = presentActivated(result.allowance);
  return {
    outcome: result.again ? 'ok_again' : 'ok',
    body: store.settings.sendApiResourceData ? await withResources(body, { ...call, product }, store) : body,
    customerId: result.customerId,
    apiResourceId: result.apiResourceId,
  };
}

async function answerDeactivate(call: PlaceCall, store: Store): Promise<Answered> {
  const ask = (product: ProductAsked) => store.core.deactivate(placeCall(call, product, store.address));
  const { result, product } = await askEither(call, ask);
  if (!result.ok) return { refusal: await refusalOf(result, call, store) };
  const body = presentDeactivated(result.allowance);
  return {
    outcome: 'ok',
    body: store.settings.sendApiResourceData ? await withResources(body, { ...call, product }, store) : body,
    customerId: result.customerId,
    apiResourceId: result.apiResourceId,
  };
}

async function answerStatus(call: PlaceCall, store: Store): Promise<Answered> {
  const { key, instance, version } = call;
  const ask = (product: ProductAsked) => store.core.checkStatus({ key, product, instance, version });
  const { result, product } = await askEither(call, ask);
  if (!result.ok) return { refusal: await refusalOf(result, call, store) };
  const body = presentStatus(result, store.settings.dateFormat);
  return {
    outcome: result.active ? 'ok' : 'inactive',
    body: store.settings.sendApiResourceData ? await withResources(body, { ...call, product }, store) : body,
    customerId: result.customerId,
  };
}

function placeCall(call: PlaceCall, product: ProductAsked, address: string): ActivateCall {
  return {
    key: call.key,
    product,
    requested: call.requested,
    instance: call.instance,
    label: call.label,
    version: call.version,
    address,
  };
}

const WITHOUT_RIGHT = new Set<string>(['wrong_product', 'suspended', 'expired', 'revoked'] satisfies KeyRefusal[]);

// The right is there, the place is not: it may be on another plan of the parent.
const WITHOUT_PLACE = new Set<string>(['activation_not_found', 'already_active']);

type Result = { ok: true; active?: boolean } | { ok: false; reason: string };

/**
 * The answer, with the product it is about. A client built for one plan goes on when its customer moved to another of the same
 * product, and back, if it names the parent too (wc-am.md 5.6). The parent is only asked after an answer without a place, so a
 * call that goes well costs nothing more.
 */
async function askEither<R extends Result>(
  { product, parent }: PlaceCall,
  ask: (product: ProductAsked) => Promise<R>,
): Promise<{ result: R; product: ProductAsked }> {
  const first = await ask(product);
  if (parent === undefined || isPlace(first)) return { result: first, product };
  const isWithoutRight = isRefused(first, WITHOUT_RIGHT);
  if (!isWithoutRight && !first.ok && !WITHOUT_PLACE.has(first.reason)) return { result: first, product };
  const second = await ask(parent);
  const isBetter = isWithoutRight ? !isRefused(second, WITHOUT_RIGHT) : isPlace(second);
  return isBetter ? { result: second, product: parent } : { result: first, product };
}

function isPlace(result: Result): boolean {
  return result.ok && result.active !== false;
}

function isRefused(result: Result, reasons: Set<string>): boolean {
  return !result.ok && reasons.has(result.reason);
}

// The original looks `software_id` up before anything else; a title that it does not know becomes no product at all.
async function refusalOf<R extends WireRefusal>(refusal: R, call: PlaceCall, { core }: Store): Promise<WireRefusal> {
  const isNoRight = refusal.reason === 'key_not_found' || WITHOUT_RIGHT.has(refusal.reason);
  if (!call.bySoftwareId || !('title' in call.product) || !isNoRight) return refusal;
  const known = await core.findUpdate({ key: '', product: call.product, instance: '', version: '' });
  return known.ok || known.reason !== 'product_not_found' ? refusal : { reason: 'missing', names: ['product_id'] };
}
