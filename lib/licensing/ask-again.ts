import { db } from '../db/client';
import { readCalledResources } from '../db/read-called-resources';
import { recentStoreSettings } from '../settings/recent-store-settings';
import { type StatusResult, statusOf } from './check-status';
import type { KeyRefusal, LicenseKeyKind, ProductAsked } from './client-call';
import { isLive } from './resource-state';

/** A call as the request log tells it: of the key there is no more than its hint. */
export type RememberedCall = { action: string; keyHint: string; product: string; instance: string };

/** What the core would say to the call now. */
export type VerdictNow =
  | { ok: true }
  | { ok: false; reason: KeyRefusal | 'already_active' | 'limit_reached' | 'activation_not_found' };

/** A key with the hint of the log, and what the call would be told now if it came with this one. */
export type KeyNow = {
  id: string;
  kind: LicenseKeyKind;
  isReplaced: boolean;
  isKeyDisabled: boolean;
  isAccountDisabled: boolean;
  customer: { id: string; number: number; email: string } | undefined;
  /** What the key alone opens; for a master key what it opens of the product, when that is one licence. */
  licenceNumber: number | undefined;
  productNumber: number | undefined;
  verdict: VerdictNow;
};

// A hint holds four characters of the key: two keys with the same one are rare, six are a store of millions.
const MOST_KEYS = 5;

/**
 * Asks the present data what a remembered call would be told, for each key that it may have come with, the likeliest first:
 * by the same read and the same rule as the client API answers by. Changes nothing. A hint without its four characters (a
 * very short key) names no key.
 */
export async function askAgain(call: RememberedCall, at: Date): Promise<KeyNow[]> {
  if (!/….{4}$/.test(call.keyHint)) return [];
  const keys = await readKeys(call.keyHint);
  const statuses = await readStatuses(keys, call, at);
  const { strictReactivation } = await recentStoreSettings();
  const found = keys.map(async (key, i): Promise<KeyNow> => {
    const status: StatusResult = statuses[i] ?? { ok: false, reason: 'key_not_found', keyKind: undefined };
    const places = key.customerId === null ? [] : await readPlaces(key.customerId, call.instance);
    const resources = status.ok ? status.resources : [];
    return {
      id: key.id,
      kind: key.kind,
      isReplaced: key.replacedAt !== null,
      isKeyDisabled: key.disabledAt !== null,
      isAccountDisabled: key.customer?.disabledAt != null,
      customer: key.customer ?? undefined,
      licenceNumber: key.resource?.number ?? (resources.length === 1 ? resources[0]?.number : undefined),
      productNumber: key.resource?.product.number ?? key.product?.number ?? resources[0]?.productNumber,
      verdict: verdictOf({ call, status, places, keyId: key.id, isStrict: strictReactivation, at }),
    };
  });
  return (await Promise.all(found)).sort((a, b) => likelihood(b) - likelihood(a));
}

// A key of this product is likelier to have been sent than one that has nothing to do with it.
function likelihood({ verdict }: KeyNow): number {
  if (verdict.ok) return 2;
  return verdict.reason === 'wrong_product' || verdict.reason === 'key_not_found' ? 0 : 1;
}

function readKeys(hint: string) {
  return db().licenseKey.findMany({
    where: { hint },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: MOST_KEYS,
    select: {
      id: true,
      kind: true,
      digest: true,
      replacedAt: true,
      disabledAt: true,
      customerId: true,
      customer: { select: { id: true, number: true, email: true, disabledAt: true } },
      resource: { select: { number: true, product: { select: { number: true } } } },
      product: { select: { number: true } },
    },
  });
}

async function readStatuses(
  keys: Awaited<ReturnType<typeof readKeys>>,
  call: RememberedCall,
  at: Date,
): Promise<StatusResult[]> {
  if (keys.length === 0) return [];
  const asked = productOf(call.product);
  const columns = keys.map((key) => ({
    digest: Buffer.from(key.digest),
    product: asked && 'number' in asked ? asked.number : null,
    title: asked && 'title' in asked ? asked.title : null,
    instance: call.instance,
  }));
  const rows = await readCalledResources(columns);
  return keys.map((_, i) =>
    statusOf(
      rows.filter((row) => row.call === i),
      at,
    ),
  );
}

const LARGEST_NUMBER = 2_147_483_647;

// As the protocols read it. Calls about the key alone name no product.
function productOf(text: string): ProductAsked | undefined {
  if (text === '') return undefined;
  if (!/^\d+$/.test(text)) return { title: text };
  return { number: Number(text) <= LARGEST_NUMBER ? Number(text) : 0 };
}

type Place = Awaited<ReturnType<typeof readPlaces>>[number];

function readPlaces(customerId: string, instance: string) {
  return db().activation.findMany({
    where: { customerId, instance },
    select: {
      apiResourceId: true,
      licenseKeyId: true,
      overLimit: true,
      resource: { select: { expiresAt: true, graceUntil: true, suspendedAt: true, revokedAt: true } },
      licenseKey: { select: { disabledAt: true, replacedAt: true } },
    },
  });
}

type Question = {
  call: RememberedCall;
  status: StatusResult;
  places: Place[];
  keyId: string;
  isStrict: boolean;
  at: Date;
};

function verdictOf(question: Question): VerdictNow {
  const { call, status, places } = question;
  if (!status.ok) return { ok: false, reason: status.reason };
  const opened = new Set(status.resources.map(({ id }) => id));
  switch (call.action) {
    case 'activate':
      return activateNow(question, opened, status.allowance.remaining);
    case 'deactivate':
      return places.some((place) => opened.has(place.apiResourceId)) ? { ok: true } : NO_PLACE;
    case 'product_list':
    case 'products':
    case 'verify_api_key_is_active':
      return { ok: true };
    default:
      return status.active ? { ok: true } : NO_PLACE;
  }
}

const NO_PLACE: VerdictNow = { ok: false, reason: 'activation_not_found' };

// The rule of activate_one in the database, in its order; a test holds the two together.
function activateNow({ places, keyId, isStrict, at }: Question, opened: Set<string>, remaining: number): VerdictNow {
  const isElsewhere = places.some((place) => !opened.has(place.apiResourceId) && isLive(place.resource, at));
  if (isElsewhere) return { ok: false, reason: 'already_active' };
  const held = places.find((place) => opened.has(place.apiResourceId) && !place.overLimit);
  if (held) {
    const { licenseKey, licenseKeyId } = held;
    const isKeyDead = licenseKey.disabledAt !== null || licenseKey.replacedAt !== null;
    const isAgain = isKeyDead || (licenseKeyId === keyId && !isStrict);
    return isAgain ? { ok: true } : { ok: false, reason: 'already_active' };
  }
  return remaining > 0 ? { ok: true } : { ok: false, reason: 'limit_reached' };
}
