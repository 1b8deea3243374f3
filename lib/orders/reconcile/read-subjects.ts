import type { Tx } from '../../db/client';
import type { Change } from './finding-steps';
import type { ReconcileObject } from './read-news';

type Value = Change['before'];
type Fields = Partial<Record<Change['field'], Value>>;

/** One thing of the store with the columns that a person would call its state. */
export type Subject = { kind: Change['subject']['kind']; number: number; currency?: string; fields: Fields };

/** By id, everything that news of the object could change, as it stands in the caller's transaction. */
export async function readSubjects(tx: Tx, { kind, id }: ReconcileObject): Promise<Map<string, Subject>> {
  if (kind === 'order') return new Map([...(await readOrders(tx, { id })), ...(await readLicences(tx, [id]))]);
  const row = await tx.subscription.findUniqueOrThrow({
    where: { id },
    include: {
      items: { include: { plan: { select: { name: true } }, orderItem: { select: { orderId: true } } } },
      periods: { select: { stripeInvoiceId: true } },
    },
  });
  const first = row.items.flatMap(({ orderItem }) => (orderItem ? [orderItem.orderId] : []));
  const invoices = row.periods.flatMap(({ stripeInvoiceId }) => stripeInvoiceId ?? []);
  const orders = await readOrders(tx, { OR: [{ id: { in: first } }, { stripeInvoiceId: { in: invoices } }] });
  const fields: Fields = {
    status: row.status,
    paused: row.isPaused,
    trial_ends_at: isoOf(row.trialEndsAt),
    renews_at: isoOf(row.renewsAt),
    cancel_at: isoOf(row.cancelAt),
    ended_at: isoOf(row.endedAt),
    plan: row.items.map(({ plan }) => plan.name).join(', '),
    quantity: row.items.reduce((sum, { quantity }) => sum + quantity, 0),
  };
  return new Map<string, Subject>([
    [id, { kind: 'subscription', number: row.number, fields }],
    ...orders,
    ...(await readLicences(tx, first)),
  ]);
}

/** What became different, in the order of the subjects. */
export function changesBetween(was: ReadonlyMap<string, Subject>, is: ReadonlyMap<string, Subject>): Change[] {
  return [...is].flatMap(([id, { kind, number, currency, fields }]): Change[] => {
    const money = currency === undefined ? {} : { currency };
    const old = was.get(id);
    // An order that is only rehearsed has no number that it would keep.
    if (!old) return [{ subject: { kind, number: null }, field: 'made', before: null, after: true, ...money }];
    return Object.entries(fields).flatMap(([name, after]) => {
      const field = name as Change['field']; // the keys of Fields are such names
      const before = old.fields[field] ?? null;
      return before === after ? [] : [{ subject: { kind, number }, field, before, after, ...money }];
    });
  });
}

async function readOrders(tx: Tx, where: NonNullable<Parameters<Tx['order']['findMany']>[0]>['where'] & object) {
  const rows = await tx.order.findMany({
    where,
    orderBy: { number: 'asc' },
    select: { id: true, number: true, status: true, refundedAmount: true, currency: true },
  });
  const disputes = await readDisputesTold(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, number, status, refundedAmount, currency }): [string, Subject] => [
    id,
    {
      ...{ kind: 'order', number, currency },
      fields: { status, refunded_amount: refundedAmount, disputes: disputes.get(id) ?? null },
    },
  ]);
}

/** The last news of the disputes of each order, as `id:status`; those that suspend nothing change nothing else. */
async function readDisputesTold(tx: Tx, orderIds: string[]): Promise<Map<string, string>> {
  const rows = await tx.auditEntry.findMany({
    where: { objectKind: 'order', objectId: { in: orderIds }, action: 'order.dispute' },
    orderBy: { id: 'asc' },
    select: { objectId: true, after: true },
  });
  const told = new Map<string, string>();
  for (const { objectId, after } of rows) {
    if (typeof after === 'object' && after !== null && 'dispute' in after) told.set(objectId, String(after.dispute));
  }
  return told;
}

/** The rights that these orders gave or renewed. */
async function readLicences(tx: Tx, orderIds: string[]): Promise<[string, Subject][]> {
  const ofOrders = { orderId: { in: orderIds } };
  const rows = await tx.apiResource.findMany({
    where: { OR: [{ orderItem: ofOrders }, { renewals: { some: ofOrders } }] },
    orderBy: { number: 'asc' },
    include: { plan: { select: { name: true } } },
  });
  return rows.map((row) => [
    row.id,
    {
      kind: 'licence',
      number: row.number,
      fields: {
        plan: row.plan.name,
        places: row.activationLimit,
        expires_at: isoOf(row.expiresAt),
        updates_until: isoOf(row.updatesUntil),
        grace_until: isoOf(row.graceUntil),
        suspended: row.suspendedAt !== null,
        revoked: row.revokedAt !== null,
      },
    },
  ]);
}

function isoOf(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
