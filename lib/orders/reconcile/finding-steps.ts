import { createHash } from 'node:crypto';
import { z } from 'zod';

const text = z.string();
const amount = z.number().int();
const instant = z.iso.datetime().nullable();

/** What Stripe says, in the store's words. Amounts are minor units. */
const says = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('payment'),
    status: z.enum(['paid', 'awaiting_payment', 'payment_failed']),
    amount,
    currency: text,
  }),
  z.object({
    kind: z.literal('refunds'),
    refunds: z.array(z.object({ id: text, amount, status: z.enum(['pending', 'succeeded', 'failed']) })),
    currency: text,
  }),
  z.object({ kind: z.literal('dispute'), id: text, status: z.enum(['open', 'won', 'lost']) }),
  z.object({
    kind: z.literal('subscription'),
    id: text,
    status: z.enum(['unfinished', 'trial', 'active', 'owing', 'paused', 'ended']),
    endsAt: instant,
    endedAt: instant,
  }),
  z.object({
    kind: z.literal('invoice'),
    id: text,
    number: text.nullable(),
    status: z.enum(['draft', 'open', 'paid', 'given_up', 'void']),
    amount,
    currency: text,
  }),
]);

const subject = z.object({
  kind: z.enum(['order', 'subscription', 'licence']),
  /** Null: it would only be made. */
  number: z.number().int().nullable(),
});

/** Columns that the store would write, by what they are about. */
export const CHANGED_FIELDS = [
  'made',
  'status',
  'refunded_amount',
  'disputes',
  'paused',
  'trial_ends_at',
  'renews_at',
  'cancel_at',
  'ended_at',
  'plan',
  'quantity',
  'places',
  'expires_at',
  'updates_until',
  'grace_until',
  'suspended',
  'revoked',
] as const;

const value = z.union([text, z.number(), z.boolean(), z.null()]);

/** What the store would change: instants as ISO texts, money in minor units. */
const change = z.object({
  subject,
  field: z.enum(CHANGED_FIELDS),
  before: value,
  after: value,
  currency: text.optional(),
});

/** What Stripe says, and what the store would change when it hears of it. */
export const findingSteps = z.array(z.object({ says, changes: z.array(change) }));

export type Says = z.infer<typeof says>;
export type Change = z.infer<typeof change>;
export type FindingStep = z.infer<typeof findingSteps>[number];

/** The same difference has the same digest, whenever it is found. */
export function digestOf(steps: readonly FindingStep[]): string {
  return createHash('sha256')
    .update(JSON.stringify(findingSteps.parse(steps)))
    .digest('base64url');
}
