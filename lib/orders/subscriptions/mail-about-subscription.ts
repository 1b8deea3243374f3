import type { Tx } from '../../db/client';
import { enqueueMail } from '../../jobs/enqueue-mail';
import type { InvoiceStanding } from '../../payments/subscription-standing';
import { rightsOf, type SubscriptionRow } from './subscription-row';

/** It ends: as planned, or (null) now with what is paid. */
export async function mailCancelled(tx: Tx, row: SubscriptionRow, told: { endsAt: Date | null; at: Date }) {
  const { until } = await reach(tx, row);
  const endsAt = (told.endsAt ?? until ?? told.at).toISOString();
  const facts = { subscriptionId: row.id, endsAt };
  const mail = { template: 'subscription_cancelled' as const, to: await addressOf(tx, row), facts };
  await enqueueMail(tx, mail, `mail|subscription_cancelled|${row.id}|${endsAt}|${told.at.toISOString()}`);
}

export async function mailTrialEnding(tx: Tx, row: SubscriptionRow, endsAt: Date) {
  const facts = { subscriptionId: row.id, endsAt: endsAt.toISOString() };
  const mail = { template: 'trial_ending' as const, to: await addressOf(tx, row), facts };
  await enqueueMail(tx, mail, `mail|trial_ending|${row.id}`);
}

/** Once for an invoice, after the rights follow it. */
export async function mailRenewed(tx: Tx, row: SubscriptionRow, { invoiceId }: InvoiceStanding, periodEndsAt: Date) {
  const facts = { subscriptionId: row.id, periodEndsAt: periodEndsAt.toISOString() };
  const mail = { template: 'subscription_renewed' as const, to: await addressOf(tx, row), facts };
  await enqueueMail(tx, mail, `mail|subscription_renewed|${invoiceId}`);
}

/** Once for an invoice, at its first failure, after the rights have their grace. */
export async function mailPaymentFailed(tx: Tx, row: SubscriptionRow, { invoiceId, pageUrl }: InvoiceStanding) {
  const { graceUntil } = await reach(tx, row);
  const facts = { subscriptionId: row.id, invoiceId, graceUntil: graceUntil?.toISOString() ?? null, payUrl: pageUrl };
  const mail = { template: 'renewal_payment_failed' as const, to: await addressOf(tx, row), facts };
  await enqueueMail(tx, mail, `mail|renewal_payment_failed|${invoiceId}`);
}

/** How far the rights of a subscription reach at this moment of the transaction. */
async function reach(tx: Tx, row: SubscriptionRow): Promise<{ until: Date | null; graceUntil: Date | null }> {
  const where = { id: { in: rightsOf(row) } };
  const { _max: most } = await tx.apiResource.aggregate({ where, _max: { expiresAt: true, graceUntil: true } });
  return { until: most.expiresAt, graceUntil: most.graceUntil };
}

async function addressOf(tx: Tx, { customerId }: SubscriptionRow): Promise<string> {
  return (await tx.customer.findUniqueOrThrow({ where: { id: customerId }, select: { email: true } })).email;
}
