import type { Tx } from '../db/client';
import { isUuid } from '../db/uuid';
import { unreachable } from '../errors';
import { resourceState } from '../licensing/resource-state';
import type { CustomerData, KeyData, LicenceData, OrderData } from './event-data';
import type { Happening } from './happening';

/** What is known now of the things some happenings are about, by id. */
type Facts = {
  orders: Map<string, OrderData>;
  licences: Map<string, LicenceData>;
  customers: Map<string, CustomerData>;
  keys: Map<string, KeyData>;
};

/**
 * The `data` of each happening, in the same order; undefined for one whose thing is gone from the store. Four statements,
 * however many they are.
 */
export async function readFacts(
  tx: Tx,
  happenings: Happening[],
  at: Date,
): Promise<(Record<string, unknown> | undefined)[]> {
  const abouts = happenings.map(({ about }) => about);
  const facts: Facts = {
    orders: await readOrders(tx, idsOf(abouts.map((about) => (about.kind === 'order' ? about.id : null)))),
    licences: await readLicences(tx, idsOf(abouts.map(licenceIdOf)), at),
    customers: await readCustomers(tx, idsOf(abouts.map(personIdOf))),
    keys: await readKeys(
      tx,
      abouts.flatMap((about) => (about.kind === 'api_key' ? [about.sid] : [])),
    ),
  };
  return abouts.map((about) => dataOf(about, facts));
}

function licenceIdOf(about: Happening['about']): string | null {
  if (about.kind === 'api_resource') return about.id;
  return about.kind === 'activation' || about.kind === 'limit' ? about.apiResourceId : null;
}

function idsOf(ids: (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null && isUuid(id)))].filter((id) => id !== null);
}

function dataOf(about: Happening['about'], facts: Facts): Record<string, unknown> | undefined {
  switch (about.kind) {
    case 'order': {
      const order = facts.orders.get(about.id);
      return order && { order };
    }
    case 'api_resource': {
      const licence = facts.licences.get(about.id);
      return licence && { licence };
    }
    case 'activation': {
      const licence = facts.licences.get(about.apiResourceId);
      const { id, instance, label } = about;
      return licence && { activation: { id, instance, label }, licence };
    }
    case 'api_key':
      return { api_key: facts.keys.get(about.sid) ?? removedKey(about, facts) };
    case 'limit': {
      const { product, instance, address, keyHint } = about.call;
      const customer = about.customerId === null ? null : (facts.customers.get(about.customerId) ?? null);
      const licence = about.apiResourceId === null ? null : (facts.licences.get(about.apiResourceId) ?? null);
      return { product, instance, address, key_hint: keyHint, customer, licence };
    }
    default:
      return unreachable(about);
  }
}

const person = { select: { id: true, number: true, email: true } } as const;

async function readOrders(tx: Tx, ids: string[]): Promise<Facts['orders']> {
  if (ids.length === 0) return new Map();
  const rows = await tx.order.findMany({ where: { id: { in: ids } }, include: { customer: person } });
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        number: row.number,
        status: row.status,
        currency: row.currency,
        total_amount: row.totalAmount,
        refunded_amount: row.refundedAmount,
        placed_at: row.placedAt.toISOString(),
        paid_at: row.paidAt?.toISOString() ?? null,
        customer: row.customer,
      },
    ]),
  );
}

async function readLicences(tx: Tx, ids: string[], at: Date): Promise<Facts['licences']> {
  if (ids.length === 0) return new Map();
  const rows = await tx.apiResource.findMany({
    where: { id: { in: ids } },
    include: { customer: person, product: { select: { number: true, title: true } } },
  });
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        number: row.number,
        order_number: row.orderNumber,
        state: resourceState(row, at),
        product: row.product,
        customer: row.customer,
        activation_limit: row.activationLimit,
        activations: row.activationCount,
        expires_at: row.expiresAt?.toISOString() ?? null,
        grace_until: row.graceUntil?.toISOString() ?? null,
        updates_until: row.updatesUntil?.toISOString() ?? null,
      },
    ]),
  );
}

async function readCustomers(tx: Tx, ids: string[]): Promise<Facts['customers']> {
  if (ids.length === 0) return new Map();
  const rows = await tx.customer.findMany({ where: { id: { in: ids } }, ...person });
  return new Map(rows.map((row) => [row.id, row]));
}

async function readKeys(tx: Tx, sids: string[]): Promise<Facts['keys']> {
  if (sids.length === 0) return new Map();
  const rows = await tx.accessKey.findMany({ where: { sid: { in: sids } }, include: { customer: person } });
  return new Map(
    rows.map((row) => [
      row.sid,
      {
        id: row.sid,
        kind: row.kind,
        name: row.name,
        prefix: row.prefix,
        state: row.state,
        expires_at: row.expiresAt?.toISOString() ?? null,
        owner: row.customer,
      },
    ]),
  );
}

/** A removed key has no row any more: what its audit entry says is all there is. */
function removedKey(about: Extract<Happening['about'], { kind: 'api_key' }>, facts: Facts): KeyData {
  const textOf = (name: string) => textIn(about.before, name);
  const kind = (['standard', 'secret', 'pair'] as const).find((known) => known === textOf('kind')) ?? null;
  const known = { kind, name: textOf('name'), prefix: textOf('prefix') };
  const owner = facts.customers.get(personIdOf(about) ?? '') ?? null;
  return { id: about.sid, ...known, state: 'removed', expires_at: null, owner };
}

function personIdOf(about: Happening['about']): string | null {
  if (about.kind === 'limit') return about.customerId;
  return about.kind === 'api_key' ? textIn(about.before, 'customerId') : null;
}

function textIn(value: unknown, name: string): string | null {
  const member: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof member === 'string' ? member : null;
}
