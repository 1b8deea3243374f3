import { licenceEndingMail, licenceRenewedMail } from '../email/licence-mails';
import { deviceActivatedMail, newReleaseMail } from '../email/news-mails';
import { orderRefundedMail } from '../email/refund-mail';
import {
  renewalPaymentFailedMail,
  subscriptionCancelledMail,
  subscriptionRenewedMail,
  trialEndingMail,
} from '../email/subscription-mails';
import { env } from '../env';
import { unreachable } from '../errors';
import type { MailJob } from '../jobs/enqueue-mail';
import type { MailReaders } from './mail-readers';
import { always, type WrittenMail } from './written-mail';

type Job<Template extends MailJob['template']> = Extract<MailJob, { template: Template }>;

export type SubscriptionJob = Job<
  'subscription_renewed' | 'renewal_payment_failed' | 'subscription_cancelled' | 'trial_ending'
>;

const pageOf = (path: string) => `${env().publicUrl}${path}`;

/** The mails about a subscription. Undefined when it is gone. */
export async function writeSubscriptionMail(
  job: SubscriptionJob,
  readers: MailReaders,
  at: Date,
): Promise<WrittenMail | undefined> {
  const { subscriptionId } = job.facts;
  const only = job.template === 'subscription_renewed' ? job.facts.apiResourceId : undefined;
  const facts = await readers.readSubscriptionMail(subscriptionId, only);
  if (!facts) return undefined;
  const about = { things: facts.things, subscriptionsUrl: pageOf('/account/subscriptions') };
  switch (job.template) {
    case 'subscription_renewed':
      return always(subscriptionRenewedMail({ ...about, paidUntil: new Date(job.facts.periodEndsAt) }));
    case 'renewal_payment_failed': {
      const { graceUntil, invoiceId, payUrl } = job.facts;
      const grace = graceUntil === null ? null : new Date(graceUntil);
      return {
        content: renewalPaymentFailedMail({ ...about, payUrl, graceUntil: grace && grace > at ? grace : null }),
        isCurrent: !facts.settledInvoiceIds.includes(invoiceId) && facts.endedAt === null,
      };
    }
    case 'subscription_cancelled': {
      const endsAt = new Date(job.facts.endsAt);
      return {
        content: subscriptionCancelledMail({ ...about, endsAt, hasEnded: endsAt <= at }),
        isCurrent: facts.isEnding,
      };
    }
    case 'trial_ending': {
      const endsAt = new Date(job.facts.endsAt);
      return { content: trialEndingMail({ ...about, endsAt }), isCurrent: !facts.isEnding && endsAt > at };
    }
    default:
      return unreachable(job);
  }
}

/** The mail about a fixed term that was renewed by hand. */
export async function writeLicenceRenewedMail(
  { facts }: Job<'licence_renewed'>,
  readers: MailReaders,
  at: Date,
): Promise<WrittenMail | undefined> {
  const licence = await readers.readLicenceMail([facts.apiResourceId], at);
  if (!licence) return undefined;
  const expiresAt = facts.expiresAt === null ? null : new Date(facts.expiresAt);
  return always(licenceRenewedMail({ things: licence.things, expiresAt, keysUrl: pageOf('/account/api-keys') }));
}

/** The mails before and after an end. One whose licence was extended, renewed or closed meanwhile has nothing to say. */
export async function writeLicenceEndingMail(
  { facts }: Job<'licence_ending'>,
  readers: MailReaders,
  at: Date,
): Promise<WrittenMail | undefined> {
  const licence = await readers.readLicenceMail(facts.apiResourceIds, at);
  if (!licence) return undefined;
  const { things, goingOn, customerId } = licence;
  const endsAt = new Date(facts.endsAt);
  const still = things.filter(({ isOpen, expiresAt }) => isOpen && expiresAt?.getTime() === endsAt.getTime());
  return {
    content: licenceEndingMail({
      things: still.length > 0 ? still : things,
      at,
      endsAt,
      goingOn,
      renewUrl: pageOf('/account/subscriptions'),
      storeUrl: pageOf('/products'),
    }),
    isCurrent: still.length > 0,
    choice: { customerId, topic: 'licence_ending' },
  };
}

/** The mail about money that went back. */
export async function writeRefundMail(
  { facts }: Job<'order_refunded'>,
  readers: MailReaders,
): Promise<WrittenMail | undefined> {
  const refund = await readers.readRefundMail(facts.orderId, facts.refundId);
  if (!refund) return undefined;
  const orderUrl = pageOf(`/account/orders/${refund.orderNumber}`);
  return { content: orderRefundedMail(refund, { orderUrl }), isCurrent: !refund.isFailed };
}

/** The mail about a new version. */
export async function writeReleaseMail(
  { facts }: Job<'new_release'>,
  readers: MailReaders,
  at: Date,
): Promise<WrittenMail | undefined> {
  const release = await readers.readReleaseMail(facts, at);
  if (!release) return undefined;
  return {
    content: newReleaseMail({ ...release, downloadsUrl: pageOf('/account/api-downloads') }),
    isCurrent: release.isCurrent,
    choice: { customerId: facts.customerId, topic: 'new_release' },
  };
}

/** The mail about a device that was activated. */
export async function writeDeviceMail(
  { facts }: Job<'device_activated'>,
  readers: MailReaders,
): Promise<WrittenMail | undefined> {
  const activation = await readers.readActivationMail(facts.activationId, facts.customerId);
  if (!activation) return undefined;
  return {
    content: deviceActivatedMail({ ...activation, keysUrl: pageOf('/account/api-keys') }),
    isCurrent: true,
    choice: { customerId: facts.customerId, topic: 'device_activated' },
  };
}
