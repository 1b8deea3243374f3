import type { StatusResult } from '../../licensing/check-status';
import type { LicenseKeyKind, ProductAsked } from '../../licensing/client-call';
import { type ResourceFacts, readResourceFacts } from '../../licensing/read-resource-facts';
import { boughtPlaces } from './present-expirations';
import type { Store } from './verdict';

type Resource = Extract<StatusResult, { ok: true }>['resources'][number];
type Asking = { key: string; product: ProductAsked; instance: string };

/**
 * The setting "send API resource data": the answer with `data.resources`, a row for each licence that the key opens for the
 * product that was answered about (wc-am.md section 2). The rows are read after the call, so they show what it did.
 */
export async function withResources(body: object, call: Asking, store: Store): Promise<object> {
  const { rows } = await readRows(call, store);
  return withMember(body, 'resources', rows);
}

/** The same for `update` and `information`: `data.product`, the one row that the instance is active on, if it still is. */
export async function withProduct(body: object, call: Asking, store: Store): Promise<object> {
  const { holder } = await readRows(call, store);
  return withMember(body, 'product', holder);
}

function withMember(body: object, name: string, value: unknown): object {
  return 'data' in body && typeof body.data === 'object' ? { ...body, data: { ...body.data, [name]: value } } : body;
}

async function readRows(call: Asking, { core }: Store): Promise<{ rows: object[]; holder: object | undefined }> {
  const { key, product, instance } = call;
  const found = await core.checkStatus({ key, product, instance, version: '' });
  if (!found.ok) return { rows: [], holder: undefined };
  const known = await core.listProducts({ key });
  const facts = await readResourceFacts(found.resources.map((resource) => resource.id));
  const sent = { key, kind: known.keyKind };
  const rows = found.resources.map((resource) => rowOf(resource, facts.get(resource.id), sent));
  return { rows, holder: rows[found.resources.findIndex((resource) => resource.activationId !== null)] };
}

/**
 * Every column is a text. Of the keys only the one that the client sent, in its own column: the original's rows gave the
 * master key to whoever held a product's key.
 */
function rowOf(
  resource: Resource,
  facts: ResourceFacts | undefined,
  sent: { key: string; kind: LicenseKeyKind | undefined },
): object {
  const isVariation = resource.planNumber !== resource.productNumber;
  const quantity = facts?.quantity ?? 1;
  const kept = Math.max(1, quantity - (facts?.refundedQuantity ?? 0));
  const limit = resource.activationLimit;
  return {
    api_resource_id: String(resource.number),
    activations_total: String(resource.activationCount),
    activations_purchased: limit === null ? boughtPlaces(resource) : String(Math.floor(limit / kept)),
    activations_purchased_total: boughtPlaces(resource),
    active: '1',
    access_expires: unixText(resource.expiresAt),
    access_granted: unixText(facts?.grantedAt ?? null),
    item_qty: String(quantity),
    master_api_key: sent.kind === 'master' ? sent.key : '',
    order_id: String(resource.orderNumber ?? ''),
    order_item_id: '',
    order_key: '',
    parent_id: isVariation ? String(resource.productNumber) : '0',
    product_id: String(resource.planNumber),
    product_order_api_key: sent.kind === 'product_order' ? sent.key : '',
    product_title: resource.productTitle,
    refund_qty: String(facts?.refundedQuantity ?? 0),
    sub_id: String(resource.subscriptionNumber ?? 0),
    sub_item_id: '0',
    sub_previous_order_id: '0',
    sub_order_key: '',
    sub_parent_id: '0',
    user_id: String(facts?.customerNumber ?? ''),
    variation_id: isVariation ? String(resource.planNumber) : '0',
  };
}

function unixText(at: Date | null): string {
  return at === null ? '0' : String(Math.floor(at.getTime() / 1000));
}
