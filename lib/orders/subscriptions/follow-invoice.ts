import type { Tx } from '../../db/client';
import { unreachable } from '../../errors';
import { changeGrants } from '../../licensing/grants/change-grants';
import { type Grant, type GrantFact, invoiceCause } from '../../licensing/grants/grant-fact';
import type { InvoiceLineStanding, InvoiceStanding, SubscriptionStanding } from '../../payments/subscription-standing';
import { readStoreSettings } from '../../settings/store-settings';
import { mailPaymentFailed, mailRenewed } from './mail-about-subscription';
import { placeRenewalOrder } from './place-renewal-order';
import type { SubscriptionRow, Told } from './subscription-row';

type News = { row: SubscriptionRow; invoice: InvoiceStanding; subscription: SubscriptionStanding };
export type InvoiceOutcome = 'period_paid' | 'payment_failed' | 'payment_given_up' | 'nothing_to_do';

/**
 * What an invoice of a subscription means for its rights, with the subscription locked: paid, they live to the end of what
 * it paid for; open after a try has failed, they have the store's days of grace; given up, the grace is over. Told twice,
 * late or in another order, they come to the same, because every fact is about this invoice and none is taken back.
 */
export async function followInvoice(tx: Tx, news: News, told: Told): Promise<InvoiceOutcome> {
  const { row, invoice } = news;
  if (invoice.status === 'draft') return 'nothing_to_do';
  await keepPeriod(tx, row, invoice);
  const outcome = outcomeOf(news);
  if (outcome === 'nothing_to_do') return outcome;
  const graceDays = outcome === 'payment_failed' ? (await readStoreSettings(tx)).paymentGraceDays : 0;
  let added = 0;
  for (const { apiResourceId, line } of rightsWithLines(news)) {
    const fact = factOf(outcome, line, graceDays);
    const facts = (known: readonly Grant[]): Grant[] =>
      fact && isWorthTelling(known, fact, invoice)
        ? [{ cause: invoiceCause(invoice.invoiceId), happenedAt: happenedAt(news), fact }]
        : [];
    added += (await changeGrants(tx, { apiResourceId, facts, ...told }))?.added ?? 0;
  }
  if (outcome === 'period_paid') await placeRenewalOrder(tx, news, told);
  if (added === 0) return 'nothing_to_do';
  const [first] = rightsWithLines(news);
  if (outcome === 'period_paid' && invoice.reason === 'renewal' && first) {
    await mailRenewed(tx, row, invoice, first.line.endsAt);
  }
  if (outcome === 'payment_failed') await mailPaymentFailed(tx, row, invoice);
  return outcome;
}

function outcomeOf({ row, invoice, subscription }: News): InvoiceOutcome {
  switch (invoice.status) {
    case 'paid':
      return 'period_paid';
    case 'open':
      // The row may know of an end that was read after this.
      if (subscription.status === 'ended' || row.status === 'cancelled') return 'payment_given_up';
      return subscription.status === 'owing' ? 'payment_failed' : 'nothing_to_do';
    case 'given_up':
    case 'void':
      return 'payment_given_up';
    case 'draft':
      return 'nothing_to_do';
    default:
      return unreachable(invoice.status);
  }
}

/** When it was paid is known; of the others only that it is so now, and nothing is decided by when. */
function happenedAt({ invoice, subscription }: News): Date {
  return invoice.paidAt ?? subscription.readAt;
}

function factOf(
  outcome: Exclude<InvoiceOutcome, 'nothing_to_do'>,
  line: InvoiceLineStanding,
  graceDays: number,
): GrantFact | undefined {
  const { startsAt, endsAt } = line;
  switch (outcome) {
    case 'period_paid':
      return { kind: 'period', startsAt, endsAt };
    case 'payment_failed':
      return { kind: 'payment_failed', startsAt, graceDays };
    case 'payment_given_up':
      return { kind: 'payment_given_up' };
    default:
      return unreachable(outcome);
  }
}

/** An invoice that nobody tried to collect (a pause voids it) owes nothing, so its end is no news. */
function isWorthTelling(known: readonly Grant[], fact: GrantFact, { invoiceId }: InvoiceStanding): boolean {
  if (fact.kind !== 'payment_given_up') return true;
  return known.some((grant) => grant.fact.kind === 'payment_failed' && grant.cause === invoiceCause(invoiceId));
}

/** Each right with the line that is for its next period, in the order in which rights are locked. */
function rightsWithLines({ row, invoice }: News): { apiResourceId: string; line: InvoiceLineStanding }[] {
  return row.items
    .flatMap(({ stripeItemId, orderItem }) => {
      const line = periodLine(invoice, stripeItemId);
      return orderItem?.resource && line ? [{ apiResourceId: orderItem.resource.id, line }] : [];
    })
    .sort((a, b) => (a.apiResourceId < b.apiResourceId ? -1 : 1));
}

/** The line for a whole period of an item: what is credited or charged for the rest of a running one buys no time. */
export function periodLine(invoice: InvoiceStanding, stripeItemId: string | null): InvoiceLineStanding | undefined {
  return invoice.lines
    .filter(({ itemId, isProration }) => itemId !== null && itemId === stripeItemId && !isProration)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    .at(-1);
}

const RANK = { open: 0, void: 1, given_up: 1, paid: 2 } as const;

/** Keeps the invoice for the pages of the subscription. Old news takes nothing back. */
export async function keepPeriod(tx: Tx, row: SubscriptionRow, invoice: InvoiceStanding): Promise<void> {
  const { status, invoiceId: stripeInvoiceId } = invoice;
  const starts = invoice.lines.map(({ startsAt }) => startsAt.getTime());
  const ends = invoice.lines.map(({ endsAt }) => endsAt.getTime());
  const known = row.periods.find((period) => period.stripeInvoiceId === stripeInvoiceId);
  if (status === 'draft' || starts.length === 0 || Math.max(...ends) <= Math.min(...starts)) return;
  if (known && RANK[known.status] > RANK[status]) return;
  const data = {
    status,
    startsAt: new Date(Math.min(...starts)),
    endsAt: new Date(Math.max(...ends)),
    invoiceNumber: invoice.number,
    pageUrl: invoice.pageUrl,
    totalAmount: invoice.totalAmount,
    paidAmount: invoice.paidAmount,
    paidAt: invoice.paidAt,
    nextTryAt: status === 'open' ? invoice.nextTryAt : null,
  };
  const create = { ...data, stripeInvoiceId, subscriptionId: row.id };
  await tx.subscriptionPeriod.upsert({ where: { stripeInvoiceId }, create, update: data });
}
