import type { ActivateResult } from '../../licensing/activate';
import type { Allowance } from '../../licensing/allowance';
import type { StatusResult } from '../../licensing/check-status';
import type { DeactivateResult } from '../../licensing/deactivate';
import type { KeyProductsResult } from '../../licensing/list-key-products';
import { resourceState } from '../../licensing/resource-state';
import type { V1Call } from './parse';

type Done<Result> = Extract<Result, { ok: true }>;
type Resource = Done<StatusResult>['resources'][number];
type PlaceCall = Extract<V1Call, { instance: string }>;

/** `activate`: the instance holds a place. */
export function presentActivated(
  call: Extract<V1Call, { label: string }>,
  done: Pick<Done<ActivateResult>, 'activationId' | 'allowance'>,
): object {
  const { instance, label, version } = call;
  const activation = { id: done.activationId, product: productSent(call), instance, label, version };
  return { active: true, activation, allowance: presentAllowance(done.allowance) };
}

/** `deactivate`: the place is free again. */
export function presentDeactivated(call: PlaceCall, done: Pick<Done<DeactivateResult>, 'allowance'>): object {
  const { instance } = call;
  return { active: false, product: productSent(call), instance, allowance: presentAllowance(done.allowance) };
}

/** `status` of a key that opens the product, whether or not the instance holds a place. */
export function presentStatus(call: PlaceCall, status: Done<StatusResult>, at: Date): object {
  const { activation, allowance, resources, active } = status;
  return {
    active,
    activation: activation ? { id: activation.id, version: activation.version } : null,
    product: productSent(call),
    instance: call.instance,
    allowance: presentAllowance(allowance),
    expiresAt: lastOf(resources.map((resource) => resource.expiresAt)),
    graceUntil: lastGrace(resources, at),
    resources: resources.map((resource) => presentResource(resource, at)),
  };
}

/** `products`: what the key opens now. */
export function presentProducts(found: Done<KeyProductsResult>, at: Date): object {
  return { keyKind: found.keyKind, resources: found.resources.map((resource) => presentResource(resource, at)) };
}

function presentResource(resource: Resource, at: Date): object {
  const { activationLimit: limit, activationCount: used } = resource;
  return {
    number: resource.number,
    product: { number: resource.productNumber, title: resource.productTitle },
    plan: { number: resource.planNumber },
    orderNumber: resource.orderNumber,
    subscriptionNumber: resource.subscriptionNumber,
    allowance: { limit, used, remaining: limit === null ? null : Math.max(0, limit - used) },
    expiresAt: resource.expiresAt?.toISOString() ?? null,
    graceUntil: resourceState(resource, at) === 'grace' ? (resource.graceUntil?.toISOString() ?? null) : null,
  };
}

// A renewal failed and everything works until then. Null when at least one of the rights is simply paid for.
function lastGrace(resources: Resource[], at: Date): string | null {
  const isGrace = resources.every((resource) => resourceState(resource, at) === 'grace');
  return isGrace ? lastOf(resources.map((resource) => resource.graceUntil)) : null;
}

function presentAllowance({ limit, used, remaining }: Allowance): object {
  return { limit, used, remaining: limit === null ? null : remaining };
}

// Null = one of them never ends.
function lastOf(instants: (Date | null)[]): string | null {
  const times = instants.map((instant) => instant?.getTime() ?? Number.POSITIVE_INFINITY);
  const last = Math.max(...times);
  return Number.isFinite(last) ? new Date(last).toISOString() : null;
}

function productSent({ product, requested }: PlaceCall): number | string {
  return 'number' in product ? product.number : requested;
}
