import { randomUUID } from 'node:crypto';
import { recordAudit } from '../../lib/audit/record-audit';
import { createCustomer } from '../../lib/customers/create-customer';
import type { Tx } from '../../lib/db/client';
import { issueKeys } from '../../lib/licensing/issue-keys';
import { DEMO_CUSTOMERS } from './demo-customers';
import type { PlannedLine, PlannedOrder } from './plan-orders';
import type { SeededPlan } from './seed-catalog';

/** What a line gave its buyer. */
export type Sold = { apiResourceId: string; key: string; plan: SeededPlan; customerId: string };

type Row = { id: string; customerId: string; planned: PlannedOrder; lines: Line[]; totalAmount: number };
type Line = PlannedLine & { id: string; plan: SeededPlan };

const ACTOR = { kind: 'system', via: 'demo-seed' } as const;
// Below the number of the buyer's first order, which is the first one that the store itself gives out.
const LAST_NUMBER = 1_000;

/** Writes customers, orders, payments and keys of the demo store's past, and answers what each line of each order opens. */
export async function seedSales(
  tx: Tx,
  orders: PlannedOrder[],
  plans: SeededPlan[],
): Promise<{ orderIds: string[]; sold: (Sold | undefined)[][] }> {
  const customers = await seedCustomers(tx, orders);
  const rows = orders.map((planned) => rowOf(planned, { customers, plans }));
  await writeOrders(tx, rows);
  const sold: (Sold | undefined)[][] = [];
  for (const row of rows) sold.push(await sell(tx, row));
  return { orderIds: rows.map(({ id }) => id), sold };
}

/** No password: they would choose one through a mailed link. */
async function seedCustomers(tx: Tx, orders: PlannedOrder[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, { name, email, company }] of DEMO_CUSTOMERS.entries()) {
    const at = orders.find(({ customer }) => customer === index)?.at;
    if (!at) throw new Error(`The demo customer ${email} has bought nothing`);
    const made = await createCustomer(tx, { name, email, company, at, isEmailVerified: true, actor: ACTOR });
    if (!made.ok) throw new Error(`The demo account ${email} could not be made: ${made.reason}`);
    ids.push(made.customer.id);
  }
  return ids;
}

function rowOf(planned: PlannedOrder, made: { customers: string[]; plans: SeededPlan[] }): Row {
  const lines = planned.lines.map((line) => {
    const plan = made.plans.find(({ number }) => number === line.planNumber);
    if (!plan) throw new Error(`The demo store has no plan ${line.planNumber}`);
    return { ...line, id: randomUUID(), plan };
  });
  const customerId = made.customers[planned.customer];
  if (!customerId) throw new Error('A demo order has no customer');
  const totalAmount = lines.reduce((sum, { plan, quantity }) => sum + plan.unitAmount * quantity, 0);
  return { id: randomUUID(), customerId, planned, lines, totalAmount };
}

async function writeOrders(tx: Tx, rows: Row[]): Promise<void> {
  const currency = 'usd';
  await tx.order.createMany({
    data: rows.map(({ id, customerId, planned, totalAmount }, index) => ({
      id,
      number: LAST_NUMBER - rows.length + 1 + index,
      customerId,
      status: statusOf(planned),
      currency,
      subtotalAmount: totalAmount,
      totalAmount,
      placedAt: planned.at,
      paidAt: isPaid(planned) ? planned.at : null,
      cancelledAt: planned.fate === 'cancelled' ? planned.fateAt : null,
    })),
  });
  await tx.orderItem.createMany({
    data: rows.flatMap(({ id, lines }) => lines.map((line, at) => itemOf(id, line, at))),
  });
  const payments = rows.map((row) => ({ row, id: randomUUID() }));
  await tx.payment.createMany({
    data: payments.map(({ id, row: { id: orderId, planned, totalAmount } }) => ({
      id,
      orderId,
      status: isPaid(planned) ? ('succeeded' as const) : planned.fate === 'cancelled' ? 'failed' : 'pending',
      amount: totalAmount,
      currency,
      reference: 'Demo data',
      createdAt: planned.at,
      paidAt: isPaid(planned) ? planned.at : null,
    })),
  });
  await tx.paymentItem.createMany({
    data: payments.flatMap(({ id: paymentId, row }) =>
      row.lines.map(({ id, plan, quantity }) => ({ paymentId, orderItemId: id, amount: plan.unitAmount * quantity })),
    ),
  });
}

function itemOf(orderId: string, { id, plan, quantity, termDays }: Line, position: number) {
  return {
    id,
    orderId,
    position,
    productId: plan.productId,
    planId: plan.id,
    productTitle: plan.productTitle,
    planName: plan.name,
    quantity,
    unitAmount: plan.unitAmount,
    currency: 'usd',
    totalAmount: plan.unitAmount * quantity,
    activationLimit: plan.activationLimit,
    termDays,
  };
}

async function sell(tx: Tx, { id, customerId, planned, lines, totalAmount }: Row): Promise<(Sold | undefined)[]> {
  if (!isPaid(planned)) return [];
  const { at } = planned;
  const { issued } = await issueKeys(tx, {
    customerId,
    at,
    recordedAt: at,
    actor: ACTOR,
    items: lines.map(({ id: orderItemId, plan, quantity, termDays }) => ({
      orderItemId,
      productId: plan.productId,
      planId: plan.id,
      quantity,
      activationLimit: plan.activationLimit,
      termDays,
    })),
  });
  const paid = { objectKind: 'order', objectId: id, after: { status: 'paid', totalAmount } };
  await recordAudit(tx, { at, actor: ACTOR, action: 'order.fulfill', before: { status: 'awaiting_payment' }, ...paid });
  return lines.map(({ plan }, position) => {
    const made = issued[position];
    return made && { apiResourceId: made.apiResourceId, key: made.productOrderApiKey, plan, customerId };
  });
}

/** Refunds and disputes come later, by what an order does when it is told of them. */
function isPaid({ fate }: PlannedOrder): boolean {
  return fate !== 'awaiting_payment' && fate !== 'cancelled';
}

function statusOf({ fate }: PlannedOrder): 'paid' | 'awaiting_payment' | 'cancelled' {
  return fate === 'awaiting_payment' || fate === 'cancelled' ? fate : 'paid';
}
