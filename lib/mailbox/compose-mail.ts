import { now } from '../clock';
import { accountDeletedMail } from '../email/account-deleted-mail';
import {
  changeEmailMail,
  emailChangedMail,
  emailInUseMail,
  passwordChangedMail,
  resetPasswordMail,
  signInMail,
  verifyEmailMail,
} from '../email/account-mails';
import { factorChangedMail } from '../email/factor-mails';
import { masterKeyReplacedMail } from '../email/key-mails';
import { keyNoticeMail } from '../email/key-notice-mail';
import type { MailContent, RenderedMail } from '../email/mail-content';
import { orderMail } from '../email/order-mail';
import { awaitingPaymentMail, paymentFailedMail } from '../email/payment-mails';
import { renderMail } from '../email/render-mail';
import { roleChangedMail } from '../email/team-mails';
import { env } from '../env';
import { unreachable } from '../errors';
import type { MailJob } from '../jobs/enqueue-mail';
import { openMailToken } from '../jobs/mail-token';
import type { MailReaders } from './mail-readers';
import { mailSender } from './mail-sender';
import { maskedOrder } from './masked-order';
import { makeUnsubscribeToken } from './unsubscribe-token';
import {
  writeDeviceMail,
  writeLicenceEndingMail,
  writeLicenceRenewedMail,
  writeRefundMail,
  writeReleaseMail,
  writeSubscriptionMail,
} from './write-term-mail';
import { always, type WrittenMail } from './written-mail';

/** `recipient`: everything. `admin`: keys masked. `admin_without_links`: keys masked and one-use links hidden as well. */
export type MailView = 'recipient' | 'admin' | 'admin_without_links';

export type ComposedMail =
  | {
      ok: true;
      mail: RenderedMail;
      /** False: what it tells is no longer so, and it is not sent any more. */
      isCurrent: boolean;
      /** Where a mail program ends such mails at one press (RFC 8058); only in what goes to the recipient. */
      unsubscribeUrl?: string;
    }
  /** What it is about was removed; there is nothing left to tell. */
  | { ok: false; reason: 'order_not_found' };

const HIDDEN = 'hidden';

/**
 * Writes a mail from what waits in the outbox. The facts are read now, so the mail tells the present state, and keys and
 * links exist only in what is returned, for the given reader.
 */
export async function composeMail(
  job: MailJob,
  readers: MailReaders,
  view: MailView,
  at: Date = now(),
): Promise<ComposedMail> {
  const written = await writeMail(job, readers, { view, at });
  if (!written) return { ok: false, reason: 'order_not_found' };
  const { publicUrl } = env();
  const sender = mailSender(await readers.readSender());
  const { content, isCurrent, choice } = written;
  if (!choice) return { ok: true, mail: await renderMail(content, sender), isCurrent };
  // Whoever has the link may end these mails, and that is the reader's own choice.
  const token = view === 'recipient' ? makeUnsubscribeToken(choice) : HIDDEN;
  const links = { stopUrl: `${publicUrl}/unsubscribe/${token}`, choicesUrl: `${publicUrl}/account/notifications` };
  const mail = await renderMail({ ...content, choice: links }, sender);
  if (view !== 'recipient') return { ok: true, mail, isCurrent };
  return { ok: true, mail, isCurrent, unsubscribeUrl: `${publicUrl}/unsubscribe/${token}/now` };
}

type Reading = { view: MailView; at: Date };

async function writeMail(job: MailJob, readers: MailReaders, how: Reading): Promise<WrittenMail | undefined> {
  switch (job.template) {
    case 'order':
    case 'awaiting_payment':
    case 'payment_failed':
      return orderContent(job, readers, how.view);
    case 'subscription_renewed':
    case 'renewal_payment_failed':
    case 'subscription_cancelled':
    case 'trial_ending':
      return writeSubscriptionMail(job, readers, how.at);
    case 'licence_renewed':
      return writeLicenceRenewedMail(job, readers, how.at);
    case 'licence_ending':
      return writeLicenceEndingMail(job, readers, how.at);
    case 'order_refunded':
      return writeRefundMail(job, readers);
    case 'new_release':
      return writeReleaseMail(job, readers, how.at);
    case 'device_activated':
      return writeDeviceMail(job, readers);
    default:
      return always(await securityContent(job, how.view));
  }
}

async function securityContent(job: SecurityJob, view: MailView): Promise<MailContent> {
  const { publicUrl } = env();
  switch (job.template) {
    case 'reset_password':
      return resetPasswordMail(await linkOf('/reset', job.facts, view));
    case 'verify_email':
      return verifyEmailMail(await linkOf('/verify', job.facts, view), job.facts.occasion);
    case 'sign_in':
      // Asked for by an admin, so no admin may ever hold it, on a demo store neither.
      return signInMail(await linkOf('/sign-in/link', job.facts, view === 'admin' ? 'admin_without_links' : view));
    case 'change_email':
      return changeEmailMail(await linkOf('/account/address', job.facts, view));
    case 'email_in_use':
      return emailInUseMail({ signInUrl: `${publicUrl}/sign-in` });
    case 'email_changed': {
      const { at, ...facts } = job.facts;
      return emailChangedMail({ ...facts, at: new Date(at), signInUrl: `${publicUrl}/sign-in` });
    }
    case 'account_deleted':
      return accountDeletedMail({ ...job.facts, at: new Date(job.facts.at), storeUrl: publicUrl });
    case 'role_changed': {
      const { at, ...facts } = job.facts;
      return roleChangedMail({ ...facts, at: new Date(at), storeUrl: publicUrl });
    }
    case 'master_key_replaced': {
      const { at, endedActivations } = job.facts;
      return masterKeyReplacedMail({ at: new Date(at), endedActivations, apiKeysUrl: `${publicUrl}/account/api-keys` });
    }
    case 'password_changed': {
      const { at, address } = job.facts;
      return passwordChangedMail({
        at: new Date(at),
        ...(address === undefined ? {} : { address }),
        resetUrl: `${publicUrl}/reset`,
      });
    }
    case 'second_factor_changed': {
      const { at, ...facts } = job.facts;
      return factorChangedMail({ ...facts, at: new Date(at), credentialsUrl: `${publicUrl}/account/credentials` });
    }
    case 'access_key_notice': {
      const { at, until, ...facts } = job.facts;
      return keyNoticeMail({
        ...facts,
        at: new Date(at),
        ...(until === undefined ? {} : { until: new Date(until) }),
        keysUrl: `${publicUrl}/account/api-keys`,
      });
    }
    default:
      return unreachable(job);
  }
}

type OrderJob = Extract<MailJob, { template: 'order' | 'awaiting_payment' | 'payment_failed' }>;

type SecurityJob = Extract<
  MailJob,
  {
    template:
      | 'reset_password'
      | 'verify_email'
      | 'sign_in'
      | 'change_email'
      | 'email_in_use'
      | 'email_changed'
      | 'role_changed'
      | 'account_deleted'
      | 'master_key_replaced'
      | 'password_changed'
      | 'second_factor_changed'
      | 'access_key_notice';
  }
>;

async function orderContent(job: OrderJob, readers: MailReaders, view: MailView): Promise<WrittenMail | undefined> {
  const facts = await readers.readOrderMail(job.facts.orderId);
  if (!facts) return undefined;
  const { publicUrl } = env();
  switch (job.template) {
    case 'order': {
      const shown = view === 'recipient' ? facts : maskedOrder(facts);
      return always(orderMail(shown, { apiKeysUrl: `${publicUrl}/account/api-keys` }));
    }
    case 'awaiting_payment':
      return always(awaitingPaymentMail(facts, { orderUrl: `${publicUrl}/account/orders/${facts.orderNumber}` }));
    case 'payment_failed':
      return always(paymentFailedMail(facts, { storeUrl: publicUrl }));
    default:
      return unreachable(job);
  }
}

type LinkFacts = Extract<MailJob, { template: 'reset_password' }>['facts'];

async function linkOf(path: string, facts: LinkFacts, view: MailView): Promise<{ url: string; expiresAt: Date }> {
  const isHidden = view === 'admin_without_links' || facts.sealedToken === undefined;
  const token = isHidden ? HIDDEN : await openMailToken(facts.sealedToken ?? '', facts);
  return { url: `${env().publicUrl}${path}?token=${token}`, expiresAt: new Date(facts.expiresAt) };
}
