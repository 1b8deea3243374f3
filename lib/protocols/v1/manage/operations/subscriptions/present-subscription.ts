import { z } from 'zod';
import type { SubscriptionView } from '../../../../../orders/subscriptions/list-subscriptions';
import { isoOf, maybeTold } from '../shop-fields';

export const subscriptionSchema = z.object({
  number: z.int(),
  status: z.enum(['trialing', 'active', 'past_due', 'paused', 'cancelled']),
  collection_paused: z.boolean().describe('Renewals are not collected.'),
  resumes_at: maybeTold,
  trial_ends_at: maybeTold,
  ends_at: maybeTold.describe('It ends by itself then.'),
  ended_at: maybeTold,
  created_at: z.string(),
  currency: z.string(),
  interval: z.enum(['month', 'year']),
  next_payment: z
    .object({ at: z.string(), amount: z.int().describe('Minor units, before tax and promotion.') })
    .nullable()
    .describe('Null: none is due.'),
  order_number: z.int().nullable().describe('The order that began it.'),
  items: z.array(
    z.object({
      product: z.string(),
      plan: z.string(),
      product_id: z.int(),
      quantity: z.int(),
      unit_amount: z.int().describe('Minor units, for each unit and period.'),
      licence_number: z.int().nullable(),
      licence_ends_at: maybeTold.describe('Paid for until then.'),
    }),
  ),
  invoices: z
    .array(
      z.object({
        invoice_number: z.string().nullable(),
        status: z.enum(['open', 'paid', 'given_up', 'void']),
        starts_at: z.string(),
        ends_at: z.string(),
        total_amount: z.int(),
        paid_at: maybeTold,
        next_try_at: maybeTold,
        page_url: z.string().nullable().describe('Where it can be paid or printed.'),
      }),
    )
    .describe('Newest first.'),
});

export function presentSubscription(view: SubscriptionView): z.input<typeof subscriptionSchema> {
  const { nextPayment } = view;
  return {
    number: view.number,
    status: view.status,
    collection_paused: view.isPaused,
    resumes_at: isoOf(view.resumesAt),
    trial_ends_at: isoOf(view.trialEndsAt),
    ends_at: isoOf(view.cancelAt),
    ended_at: isoOf(view.endedAt),
    created_at: view.createdAt.toISOString(),
    currency: view.currency,
    interval: view.interval,
    next_payment: nextPayment ? { at: nextPayment.at.toISOString(), amount: nextPayment.amount } : null,
    order_number: view.orderNumber,
    items: view.items.map((item) => ({
      product: item.productTitle,
      plan: item.planName,
      product_id: item.planNumber,
      quantity: item.quantity,
      unit_amount: item.unitAmount,
      licence_number: item.resource?.number ?? null,
      licence_ends_at: isoOf(item.resource?.expiresAt ?? null),
    })),
    invoices: view.invoices.map((invoice) => ({
      invoice_number: invoice.invoiceNumber,
      status: invoice.status,
      starts_at: invoice.startsAt.toISOString(),
      ends_at: invoice.endsAt.toISOString(),
      total_amount: invoice.totalAmount,
      paid_at: isoOf(invoice.paidAt),
      next_try_at: isoOf(invoice.nextTryAt),
      page_url: invoice.pageUrl,
    })),
  };
}
