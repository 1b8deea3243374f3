import type { Tx } from '../../db/client';
import type { DisputeStanding, RefundStanding } from '../../payments/checkout-payment';
import type { InvoiceNews } from '../../payments/read-subscription-standing';
import { disputeOrder } from '../dispute-order';
import { lockOrder } from '../lock-order';
import { refundOrder } from '../refund-order';
import { followInvoice, type InvoiceOutcome } from './follow-invoice';
import { followStanding, warnOfTrialEnd } from './follow-standing';
import { lockSubscription, type SubscriptionRow, type Told } from './subscription-row';

type Unknown = 'subscription_unknown';

/** An invoice and its subscription as they are now, brought to the rights of the subscription. */
export async function applyInvoice(tx: Tx, news: InvoiceNews, told: Told): Promise<InvoiceOutcome | Unknown> {
  return (await follow(tx, news, told))?.outcome ?? 'subscription_unknown';
}

/** What came back of the money of an invoice: its order is refunded, and with it exactly the period that it paid. */
export async function applyInvoiceRefunds(
  tx: Tx,
  news: InvoiceNews & { refunds: RefundStanding[] },
  told: Told,
): Promise<'refunded' | 'nothing_to_do' | Unknown> {
  const order = await orderOf(tx, news, told);
  return order ? refundOrder(tx, { order, refunds: news.refunds, ...told }) : 'subscription_unknown';
}

/** The buyer's bank disputes what an invoice took. */
export async function applyInvoiceDispute(
  tx: Tx,
  news: InvoiceNews & { dispute: DisputeStanding; suspends: boolean },
  told: Told,
): Promise<string> {
  const order = await orderOf(tx, news, told);
  const { dispute, suspends } = news;
  return order ? disputeOrder(tx, { order, dispute, suspends, ...told }) : 'subscription_unknown';
}

async function follow(
  tx: Tx,
  { invoice, subscription }: InvoiceNews,
  told: Told,
): Promise<{ row: SubscriptionRow; outcome: InvoiceOutcome } | undefined> {
  const row = await lockSubscription(tx, subscription);
  if (!row) return undefined;
  await warnOfTrialEnd(tx, row, subscription, told.at);
  await followStanding(tx, { row, standing: subscription }, told);
  // Read again: what was just followed, or what was read later than this news, decides.
  const present = (await lockSubscription(tx, subscription)) ?? row;
  return { row: present, outcome: await followInvoice(tx, { row: present, invoice, subscription }, told) };
}

/** The order that the invoice's money is: with the payment's news, its order is placed if it is not yet. */
async function orderOf(tx: Tx, news: InvoiceNews, told: Told) {
  if (!(await follow(tx, news, told))) return undefined;
  const where = { stripeInvoiceId: news.invoice.invoiceId };
  const order = await tx.order.findUnique({ where, select: { id: true } });
  return order ? lockOrder(tx, order.id) : undefined;
}
