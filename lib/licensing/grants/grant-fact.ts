import { z } from 'zod';

const instant = z.coerce.date();
const places = z.number().int().nonnegative();
const days = z.number().int().positive();

/**
 * One thing that happened to a customer's right. The record of these facts is the only source of what the right is
 * (compute-standing.ts); nothing in it is ever changed or removed. `of` names the payment that a fact is about, as that
 * payment's own cause: `order_item:<id>` or `invoice:<Stripe's id>`.
 */
export const grantFact = z.discriminatedUnion('kind', [
  /** An order item was paid. A subscription's end comes from its periods, any other's from `endsAt` (null = lifetime). */
  z.object({
    kind: z.literal('purchase'),
    planId: z.uuid(),
    units: z.number().int().positive(),
    /** For each unit; null = unlimited. */
    placesPerUnit: places.nullable(),
    endsAt: instant.nullable(),
    /** Null = as long as the right lives. */
    updatesUntil: instant.nullable(),
    isSubscription: z.boolean(),
  }),
  /** A further term was paid by hand. What is left of the running one is carried over. Null days = for good. */
  z.object({
    kind: z.literal('renewal'),
    units: z.number().int().positive(),
    termDays: days.nullable(),
    updateDays: days.nullable(),
  }),
  /** A subscription's invoice was paid for this time. */
  z.object({ kind: z.literal('period'), startsAt: instant, endsAt: instant }),
  /** An invoice for a period from `startsAt` on was not paid at its first try. */
  z.object({ kind: z.literal('payment_failed'), startsAt: instant, graceDays: z.number().int().nonnegative() }),
  /** That invoice is no longer asked for: nothing is owed, and its grace is over. */
  z.object({ kind: z.literal('payment_given_up') }),
  /** Money went back. The newest fact of a refund counts: 0 units and not all, when it failed or was booked elsewhere. */
  z.object({
    kind: z.literal('refund'),
    of: z.string(),
    refundId: z.string(),
    units: z.number().int().nonnegative(),
    isAll: z.boolean(),
  }),
  /** The buyer's bank took a payment back for the time being (open), for good (lost), or not at all (won). */
  z.object({
    kind: z.literal('dispute'),
    of: z.string(),
    disputeId: z.string(),
    status: z.enum(['open', 'won', 'lost']),
    /** Whether the store suspends while a dispute is open. */
    suspends: z.boolean(),
  }),
  /** The same right on another plan, with its places. */
  z.object({
    kind: z.literal('plan_change'),
    planId: z.uuid(),
    units: z.number().int().positive(),
    placesPerUnit: places.nullable(),
  }),
  /** What became of the subscription; said to people, and it decides nothing: the paid periods do. */
  z.object({
    kind: z.literal('subscription'),
    state: z.enum(['cancel_planned', 'cancel_withdrawn', 'paused', 'resumed', 'ended']),
    endsAt: instant.nullable(),
  }),
  /** More or fewer places than were bought. A difference, so that a refund told later still takes away its own. */
  z.object({ kind: z.literal('limit_edit'), isUnlimited: z.boolean(), change: z.number().int() }),
  /** Another end. `not_before` only ever lengthens; `exactly` may take away. Null = lifetime. */
  z.object({ kind: z.literal('term_edit'), endsAt: instant.nullable(), rule: z.enum(['not_before', 'exactly']) }),
  z.object({ kind: z.literal('updates_edit'), updatesUntil: instant.nullable() }),
  /** An admin closed the right for a while, or opened it again. */
  z.object({ kind: z.literal('suspension'), isSuspended: z.boolean() }),
  /** The person deleted their account: the right is closed for good, whatever is paid or given back afterwards. */
  z.object({ kind: z.literal('account_deleted') }),
  /** Every fact with the cause `of` is as if it had never been. */
  z.object({ kind: z.literal('undo'), of: z.string() }),
  /** How the right stood, beyond what its purchase and refunds say, when this record was begun. */
  z.object({
    kind: z.literal('carried_over'),
    limitChange: z.number().int(),
    isUnlimited: z.boolean(),
    endsAt: instant.nullable(),
    updatesUntil: instant.nullable(),
    graceUntil: instant.nullable(),
    isSuspended: z.boolean(),
    isRevoked: z.boolean(),
  }),
]);

export type GrantFact = z.infer<typeof grantFact>;

/** A fact with what made it and when that happened (not when the store heard of it). */
export type Grant = {
  /** Unique for its kind and right, so that the same news makes one grant: `refund:re_1:1`, `edit:<uuid>` … */
  cause: string;
  happenedAt: Date;
  fact: GrantFact;
};

/** The cause of an order item's payment. */
export function orderItemCause(orderItemId: string): string {
  return `order_item:${orderItemId}`;
}

/** The cause of a subscription invoice's payment. */
export function invoiceCause(invoiceId: string): string {
  return `invoice:${invoiceId}`;
}

/** A cause of its own, for what a person does once. */
export function newEditCause(): string {
  return `edit:${crypto.randomUUID()}`;
}
