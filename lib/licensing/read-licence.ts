import { db } from '../db/client';
import { type ResourceState, resourceState } from './resource-state';

/** One API Resource with everything an admin asks about it; its activations are a list of their own. */
export type LicenceDetail = {
  id: string;
  number: number;
  state: ResourceState;
  productTitle: string;
  productNumber: number;
  planName: string;
  planNumber: number;
  customer: { number: number; email: string; deletedAt: Date | null };
  orderNumber: number | null;
  subscriptionNumber: number | null;
  activationLimit: number | null;
  activationCount: number;
  expiresAt: Date | null;
  graceUntil: Date | null;
  updatesUntil: Date | null;
  createdAt: Date;
  /** By their hints: the keys themselves are not read here. */
  keys: {
    id: string;
    kind: 'master' | 'product_order' | 'associated';
    hint: string;
    createdAt: Date;
    isOff: boolean;
  }[];
  /** The last things that happened to it, the newest first. */
  history: { id: string; at: Date; action: string; by: string }[];
};

const MOST_HISTORY = 20;

/** The licence with this number, or nothing. */
export async function readLicence(number: number, at: Date): Promise<LicenceDetail | undefined> {
  const row = await db().apiResource.findUnique({
    where: { number },
    include: {
      product: { select: { title: true, number: true } },
      plan: { select: { name: true, number: true } },
      customer: { select: { number: true, email: true, deletedAt: true } },
      keys: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
    },
  });
  if (!row) return undefined;
  const { id, orderNumber, subscriptionNumber, activationLimit, activationCount, createdAt } = row;
  return {
    id,
    number,
    state: resourceState(row, at),
    productTitle: row.product.title,
    productNumber: row.product.number,
    planName: row.plan.name,
    planNumber: row.plan.number,
    customer: row.customer,
    orderNumber,
    subscriptionNumber,
    activationLimit,
    activationCount,
    expiresAt: row.expiresAt,
    graceUntil: row.graceUntil,
    updatesUntil: row.updatesUntil,
    createdAt,
    keys: row.keys.map((key) => ({
      id: key.id,
      kind: key.kind,
      hint: key.hint,
      createdAt: key.createdAt,
      isOff: key.disabledAt !== null || key.replacedAt !== null,
    })),
    history: await readHistory(id),
  };
}

async function readHistory(id: string): Promise<LicenceDetail['history']> {
  const entries = await db().auditEntry.findMany({
    where: { objectKind: 'api_resource', objectId: id },
    orderBy: { id: 'desc' },
    take: MOST_HISTORY,
  });
  const people = await db().customer.findMany({
    where: { id: { in: entries.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, email: true },
  });
  const emails = new Map(people.map((person) => [person.id, person.email]));
  return entries.map((entry) => ({
    id: String(entry.id),
    at: entry.at,
    action: entry.action,
    by: (entry.actorId && emails.get(entry.actorId)) || entry.actorKind,
  }));
}
