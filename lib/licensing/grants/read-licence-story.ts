import { db } from '../../db/client';
import { isUuid } from '../../db/uuid';
import { type Allowance, allowanceOf } from '../allowance';
import { explainGrants, type GrantStep, type Today } from './explain-grants';
import { type Grant, type GrantFact, grantFact } from './grant-fact';

/** A fact with who told it. */
export type ToldGrant = Grant & {
  id: string;
  recordedAt: Date;
  by: 'customer' | 'admin' | 'client' | 'system';
  /** Of the admin or customer who did it. */
  byEmail: string | undefined;
  /** Stripe's event that told it, where one did. */
  eventId: string | undefined;
};

/** A step with what its sentence needs besides the fact. */
export type StoryStep = GrantStep<ToldGrant> & {
  /** The order whose payment the fact is about. */
  order: { id: string; number: number } | undefined;
  /** The invoice's number as its customer knows it. */
  invoiceNumber: string | undefined;
  /** What a refund gave back for this right; minor units. */
  money: { amount: number; currency: string } | undefined;
};

export type LicenceStory = {
  number: number;
  productTitle: string;
  planName: string;
  allowance: Allowance;
  steps: StoryStep[];
  today: Today;
  /** Names of the plans that the steps speak of. */
  planNames: ReadonlyMap<string, string>;
};

type WhichLicence = ({ number: number } | { id: string }) & {
  /** Whose it has to be; `anyone` is for admins. Another's licence is not there. */
  owner: { customerId: string } | 'anyone';
};

/** Why a licence is what it is: its whole record as steps, the oldest first, and how it stands at `at`. */
export async function readLicenceStory(asked: WhichLicence, at: Date): Promise<LicenceStory | undefined> {
  if ('id' in asked && !isUuid(asked.id)) return undefined;
  const which = 'id' in asked ? { id: asked.id } : { number: asked.number };
  const resource = await db().apiResource.findFirst({
    where: { ...which, ...(asked.owner === 'anyone' ? {} : { customerId: asked.owner.customerId }) },
    select: {
      number: true,
      product: { select: { title: true } },
      plan: { select: { name: true } },
      activationLimit: true,
      activationCount: true,
      grants: { orderBy: { id: 'asc' } },
    },
  });
  if (!resource) return undefined;
  const recorded = await toldGrants(resource.grants);
  const { steps, today } = explainGrants(recorded, at);
  const paymentOf = await readPayments(recorded);
  const moneyOf = await readRefundMoney(recorded);
  return {
    number: resource.number,
    productTitle: resource.product.title,
    planName: resource.plan.name,
    allowance: allowanceOf(resource),
    steps: steps.map((step) => ({
      ...step,
      ...(paymentOf.get(paymentCause(step.grant)) ?? { order: undefined, invoiceNumber: undefined }),
      money: moneyOf.get(step.grant.cause),
    })),
    today,
    planNames: await readPlanNames(recorded),
  };
}

type GrantRow = {
  id: bigint;
  cause: string;
  happenedAt: Date;
  fact: unknown;
  recordedAt: Date;
  actorKind: string;
  actorId: string | null;
  via: string;
};

async function toldGrants(rows: GrantRow[]): Promise<ToldGrant[]> {
  const people = await db().customer.findMany({
    where: { id: { in: rows.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, email: true },
  });
  const emails = new Map(people.map(({ id, email }) => [id, email]));
  return rows.map(({ id, cause, happenedAt, fact, recordedAt, actorKind, actorId, via }) => ({
    id: String(id),
    cause,
    happenedAt,
    fact: grantFact.parse(fact),
    recordedAt,
    by: actorKind === 'customer' || actorKind === 'admin' || actorKind === 'client' ? actorKind : 'system',
    byEmail: actorId === null ? undefined : emails.get(actorId),
    eventId: /^stripe:(evt_\w+)$/.exec(via)?.[1],
  }));
}

/** The payment that a fact is, or is about. */
function paymentCause({ cause, fact }: Grant): string {
  return fact.kind === 'refund' || fact.kind === 'dispute' ? fact.of : cause;
}

type Payment = Pick<StoryStep, 'order' | 'invoiceNumber'>;

async function readPayments(recorded: readonly Grant[]): Promise<Map<string, Payment>> {
  const causes = recorded.map(paymentCause);
  const items = await db().orderItem.findMany({
    where: { id: { in: idsAfter('order_item:', causes).filter(isUuid) } },
    select: { id: true, order: { select: { id: true, number: true } } },
  });
  const stripeInvoiceId = { in: idsAfter('invoice:', causes) };
  const orders = await db().order.findMany({
    where: { stripeInvoiceId },
    select: { id: true, number: true, stripeInvoiceId: true },
  });
  const periods = await db().subscriptionPeriod.findMany({
    where: { stripeInvoiceId },
    select: { stripeInvoiceId: true, invoiceNumber: true },
  });
  const numberOf = new Map(periods.map((row) => [row.stripeInvoiceId, row.invoiceNumber ?? undefined]));
  const orderOf = new Map(orders.map((row) => [row.stripeInvoiceId, { id: row.id, number: row.number }]));
  return new Map<string, Payment>([
    ...items.map(({ id, order }) => [`order_item:${id}`, { order, invoiceNumber: undefined }] as const),
    ...stripeInvoiceId.in.map(
      (id) => [`invoice:${id}`, { order: orderOf.get(id), invoiceNumber: numberOf.get(id) }] as const,
    ),
  ]);
}

/** By the refund's cause, what it gave back of the payment that it is about. */
async function readRefundMoney(recorded: readonly Grant[]): Promise<Map<string, StoryStep['money']>> {
  const refunds = recorded.flatMap(({ cause, fact }) => (isRefund(fact) ? [{ cause, ...fact }] : []));
  if (refunds.length === 0) return new Map();
  const rows = await db().refundItem.findMany({
    where: {
      orderItemId: {
        in: idsAfter(
          'order_item:',
          refunds.map(({ of }) => of),
        ).filter(isUuid),
      },
    },
    select: {
      orderItemId: true,
      amount: true,
      refund: { select: { id: true, stripeRefundId: true, currency: true } },
    },
  });
  const found = rows.flatMap(({ orderItemId, amount, refund }) =>
    refunds
      .filter((one) => one.of === `order_item:${orderItemId}` && isSame(refund, one.refundId))
      .map(({ cause }) => [cause, { amount, currency: refund.currency }] as const),
  );
  return new Map(found);
}

function isRefund(fact: GrantFact): fact is Extract<GrantFact, { kind: 'refund' }> {
  return fact.kind === 'refund';
}

function isSame(refund: { id: string; stripeRefundId: string | null }, refundId: string): boolean {
  return refund.stripeRefundId === refundId || refund.id === refundId;
}

async function readPlanNames(recorded: readonly Grant[]): Promise<Map<string, string>> {
  const ids = recorded.flatMap(({ fact }) =>
    fact.kind === 'purchase' || fact.kind === 'plan_change' ? [fact.planId] : [],
  );
  const plans = await db().plan.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(plans.map(({ id, name }) => [id, name]));
}

function idsAfter(prefix: string, causes: readonly string[]): string[] {
  return [...new Set(causes)].flatMap((cause) => (cause.startsWith(prefix) ? [cause.slice(prefix.length)] : []));
}
