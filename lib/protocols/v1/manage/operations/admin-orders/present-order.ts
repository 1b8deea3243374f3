import { z } from 'zod';
import type { AdminActivation, AdminOrder, AdminResource } from '../../../../../orders/read-admin-order';
import { orderStatus, refundFact } from '../orders/order-fields';
import { isoOf, maybeTold, told } from '../shop-fields';

const keyFact = z.object({ id: z.uuid(), hint: z.string(), is_disabled: z.boolean() });

const item = z.object({
  position: z.int(),
  product: z.string(),
  product_number: z.int(),
  plan: z.string(),
  product_id: z.int(),
  quantity: z.int(),
  refunded_quantity: z.int(),
  unit_amount: z.int(),
  discount_amount: z.int(),
  tax_amount: z.int(),
  total_amount: z.int(),
  refunded_amount: z.int(),
});

const licence = z.object({
  id: z.uuid(),
  number: z.int(),
  product: z.string(),
  plan: z.string(),
  product_id: z.int(),
  term: z.string(),
  activation_limit: z.int().nullable(),
  activations: z.int(),
  over_limit: z.int(),
  expires_at: maybeTold,
  is_revoked: z.boolean(),
  is_subscription: z.boolean(),
  key: keyFact.nullable(),
  associated_keys: z.array(keyFact),
});

const activation = z.object({
  id: z.uuid(),
  instance: z.string(),
  label: z.string(),
  version: z.string(),
  is_over_limit: z.boolean(),
  activated_at: told,
  last_seen_at: told,
  key_hint: z.string(),
});

/** An order as an admin's key reads it. Keys are there by their hints only. */
export const adminOrder = z.object({
  id: z.uuid(),
  number: z.int(),
  status: orderStatus,
  currency: z.string(),
  subtotal_amount: z.int(),
  discount_amount: z.int(),
  tax_amount: z.int(),
  total_amount: z.int(),
  refunded_amount: z.int(),
  company: z.string().nullable(),
  vat_id: z.string().nullable(),
  placed_at: told,
  paid_at: maybeTold,
  cancelled_at: maybeTold,
  customer: z.object({
    number: z.int(),
    email: z.string(),
    name: z.string().nullable(),
    is_disabled: z.boolean(),
    is_deleted: z.boolean(),
    master_key: keyFact.nullable(),
  }),
  items: z.array(item),
  licences: z.array(licence),
  activations: z.array(activation).describe('The newest 100.'),
  activation_count: z.int(),
  payments: z.array(
    z.object({
      id: z.uuid(),
      status: z.string(),
      amount: z.int(),
      reference: z.string().nullable().describe('Of Stripe, or as an admin noted it.'),
      paid_at: maybeTold,
    }),
  ),
  refunds: z.array(refundFact),
  open_refunds: z
    .array(z.object({ id: z.uuid(), amount: z.int(), reason: z.string(), is_made: z.boolean(), asked_at: told }))
    .describe('Asked for, and not among the refunds yet.'),
});

export function presentAdminOrder(order: AdminOrder): z.input<typeof adminOrder> {
  const { customer } = order;
  return {
    id: order.id,
    number: order.number,
    status: order.status,
    currency: order.currency,
    subtotal_amount: order.subtotalAmount,
    discount_amount: order.discountAmount,
    tax_amount: order.taxAmount,
    total_amount: order.totalAmount,
    refunded_amount: order.refundedAmount,
    company: order.company,
    vat_id: order.vatId,
    placed_at: isoOf(order.placedAt),
    paid_at: isoOf(order.paidAt),
    cancelled_at: isoOf(order.cancelledAt),
    customer: {
      number: customer.number,
      email: customer.email,
      name: customer.name,
      is_disabled: customer.disabledAt !== null,
      is_deleted: customer.deletedAt !== null,
      master_key: order.masterKey ? presentKey(order.masterKey) : null,
    },
    items: order.items.map(presentItem),
    licences: order.resources.map(presentLicence),
    activations: order.activations.map(presentActivation),
    activation_count: order.activationCount,
    payments: order.payments.map((payment) => ({
      id: payment.id,
      status: payment.status,
      amount: payment.amount,
      reference: payment.stripePaymentIntentId ?? payment.reference,
      paid_at: isoOf(payment.paidAt),
    })),
    refunds: order.refunds.map(({ id, status, amount, createdAt }) => ({
      id,
      status,
      amount,
      created_at: isoOf(createdAt),
    })),
    open_refunds: order.waitingRefunds.map((request) => ({
      id: request.id,
      amount: request.amount,
      reason: request.reason,
      is_made: request.stripeRefundId !== null,
      asked_at: isoOf(request.createdAt),
    })),
  };
}

function presentItem(row: AdminOrder['items'][number]) {
  return {
    position: row.position,
    product: row.productTitle,
    product_number: row.product.number,
    plan: row.planName,
    product_id: row.plan.number,
    quantity: row.quantity,
    refunded_quantity: row.refundedQuantity,
    unit_amount: row.unitAmount,
    discount_amount: row.discountAmount,
    tax_amount: row.taxAmount,
    total_amount: row.totalAmount,
    refunded_amount: row.refundedAmount,
  };
}

function presentLicence(row: AdminResource) {
  return {
    id: row.id,
    number: row.number,
    product: row.productTitle,
    plan: row.planName,
    product_id: row.planNumber,
    term: row.term.kind,
    activation_limit: row.allowance.limit,
    activations: row.allowance.used,
    over_limit: row.overLimit,
    expires_at: isoOf(row.expiresAt),
    is_revoked: row.isRevoked,
    is_subscription: row.isSubscription,
    key: row.productOrderKey ? presentKey(row.productOrderKey) : null,
    associated_keys: row.associatedKeys.map(presentKey),
  };
}

function presentKey({ id, hint, disabledAt }: { id: string; hint: string; disabledAt: Date | null }) {
  return { id, hint, is_disabled: disabledAt !== null };
}

function presentActivation(row: AdminActivation) {
  return {
    id: row.id,
    instance: row.instance,
    label: row.label,
    version: row.version,
    is_over_limit: row.overLimit,
    activated_at: isoOf(row.activatedAt),
    last_seen_at: isoOf(row.lastSeenAt),
    key_hint: row.licenseKey.hint,
  };
}
