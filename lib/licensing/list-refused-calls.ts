import { db } from '../db/client';
import { unreachable } from '../errors';
import { type CallOfKey, listCallsOfKeys } from '../request-log/list-calls-of-keys';
import { readStoreSettings } from '../settings/store-settings';
import { allowanceOf } from './allowance';
import type { LicenseKeyKind } from './client-call';
import { isLive } from './resource-state';
import { shownKeyKinds } from './shown-key-kinds';

/**
 * The refusals that only a key of the store is told. All others may have come with any text that ends like a key: whose they
 * are the log cannot tell (ADR 0120).
 */
export const OWN_REFUSALS = [
  'access_disabled',
  'wrong_product',
  'revoked',
  'suspended',
  'expired',
  'activation_not_found',
  'inactive',
  'already_active',
  'limit_reached',
  'associated_key',
] as const;
export type OwnRefusal = (typeof OWN_REFUSALS)[number];

/** What a licence's key was refused at one place for one reason; the same again is counted, not listed. */
export type RefusedCall = {
  reason: OwnRefusal;
  /** Of the last one. */
  at: Date;
  count: number;
  /** Absent when the store hides such keys. */
  keyKind?: LicenseKeyKind;
  instance: string;
  /** What that place is called now, or the site that it named itself; empty when nobody knows. */
  place: string;
  /** The product as the client named it. */
  product: string;
  /** By what the store knows now, the same call would not be refused for this again. */
  isOver: boolean;
};

export type RefusedCalls = {
  calls: RefusedCall[];
  /** The product ID that this licence's software has to name. */
  planNumber: number;
  /** A key of it looks in the log like a key of somebody else, so its calls are left out. */
  isKeyAmbiguous: boolean;
};

const MOST_LISTED = 10;

/**
 * The last refused calls of the keys of one of the customer's licences: of its own keys, and of the master key where it asked
 * for this product or for one that the customer does not have. Undefined when the licence is not theirs.
 */
export async function listRefusedCalls(which: {
  customerId: string;
  licenceNumber: number;
  at: Date;
}): Promise<RefusedCalls | undefined> {
  const { customerId, licenceNumber, at } = which;
  const licence = await readAsked(customerId, licenceNumber);
  if (!licence) return undefined;
  const keys = await readTellableKeys(customerId, licence.id);
  const told = await listCallsOfKeys(
    keys.tellable.map(({ hint, createdAt }) => ({ hint, since: createdAt })),
    OWN_REFUSALS,
  );
  const keyOf = new Map(keys.tellable.map((key) => [key.hint, key]));
  const meant = told.flatMap((call) => {
    const key = keyOf.get(call.keyHint);
    return key && isMeant(call, key.kind, licence) ? [{ call, key }] : [];
  });
  const [places, settings] = await Promise.all([
    readPlaces(
      customerId,
      meant.map(({ call }) => call.instance),
    ),
    readStoreSettings(),
  ]);
  const now = { licence, places, shownKinds: shownKeyKinds(settings), at };
  return {
    calls: gather(meant.map(({ call, key }) => toRefused(call, key, now))),
    planNumber: licence.plan.number,
    isKeyAmbiguous: keys.isAmbiguous,
  };
}

function readAsked(customerId: string, number: number) {
  return db().apiResource.findFirst({
    where: { number, customerId },
    include: { plan: { select: { number: true } }, product: { select: { number: true, legacyTitle: true } } },
  });
}

type Asked = NonNullable<Awaited<ReturnType<typeof readAsked>>>;

function readKeys(where: { customerId: string; licenceId: string }) {
  const { customerId, licenceId } = where;
  return db().licenseKey.findMany({
    where: { customerId, OR: [{ apiResourceId: licenceId }, { kind: 'master' }] },
    select: { id: true, kind: true, hint: true, createdAt: true, disabledAt: true },
  });
}

type Key = Awaited<ReturnType<typeof readKeys>>[number];

// The log keeps four characters of a key. Where a second key of the store has the same ones, its calls are not shown to either.
async function readTellableKeys(customerId: string, licenceId: string) {
  const keys = await readKeys({ customerId, licenceId });
  const hints = keys.map(({ hint }) => hint).filter((hint) => /….{4}$/.test(hint));
  const alike = await db().licenseKey.groupBy({ by: ['hint'], where: { hint: { in: hints } }, _count: true });
  const alone = new Set(alike.filter(({ _count }) => _count === 1).map(({ hint }) => hint));
  return {
    tellable: keys.filter(({ hint }) => alone.has(hint)),
    isAmbiguous: keys.some(({ hint }) => !alone.has(hint)),
  };
}

function isMeant({ product, outcome }: CallOfKey, kind: LicenseKeyKind, licence: Asked): boolean {
  if (kind !== 'master' || outcome === 'wrong_product') return true;
  const { legacyTitle, number } = licence.product;
  return [String(licence.plan.number), String(number), ...(legacyTitle ? [legacyTitle] : [])].includes(product);
}

type Place = Awaited<ReturnType<typeof readPlaces>>[number];

function readPlaces(customerId: string, instances: string[]) {
  return db().activation.findMany({
    where: { customerId, instance: { in: [...new Set(instances)] } },
    select: { apiResourceId: true, instance: true, label: true },
  });
}

type Now = { licence: Asked; places: Place[]; shownKinds: LicenseKeyKind[]; at: Date };

function toRefused(call: CallOfKey, key: Key, now: Now): RefusedCall {
  const { at, instance, product, host } = call;
  const here = now.places.filter((place) => place.instance === instance);
  const reason = OWN_REFUSALS.find((known) => known === call.outcome) ?? 'inactive';
  const isActive = here.some(({ apiResourceId }) => apiResourceId === now.licence.id);
  return {
    reason,
    at,
    count: 1,
    ...(now.shownKinds.includes(key.kind) ? { keyKind: key.kind } : {}),
    instance,
    place: here.find(({ label }) => label !== '')?.label ?? host,
    product,
    isOver: isOver(reason, { isActive, isKeyOn: key.disabledAt === null, ...now }),
  };
}

function isOver(reason: OwnRefusal, { licence, at, isActive, isKeyOn }: Now & { isActive: boolean; isKeyOn: boolean }) {
  switch (reason) {
    case 'suspended':
    case 'expired':
    case 'revoked':
      return isLive(licence, at);
    case 'limit_reached':
      return isActive || allowanceOf(licence).remaining > 0;
    case 'already_active':
    case 'activation_not_found':
    case 'inactive':
      return isActive;
    case 'access_disabled':
      return isKeyOn;
    case 'wrong_product':
    case 'associated_key':
      return false;
    default:
      return unreachable(reason);
  }
}

/** One line for each reason, place, product and kind of key; calls come the newest first. */
function gather(calls: RefusedCall[]): RefusedCall[] {
  const lines = new Map<string, RefusedCall>();
  for (const call of calls) {
    const line = JSON.stringify([call.reason, call.instance, call.product, call.keyKind]);
    const known = lines.get(line);
    lines.set(line, known ? { ...known, count: known.count + 1, place: known.place || call.place } : call);
  }
  return [...lines.values()].slice(0, MOST_LISTED);
}
