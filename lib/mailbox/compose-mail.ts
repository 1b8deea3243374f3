import { passwordChangedMail, resetPasswordMail, signInMail, verifyEmailMail } from '../email/account-mails';
import { factorChangedMail } from '../email/factor-mails';
import { masterKeyReplacedMail } from '../email/key-mails';
import { keyNoticeMail } from '../email/key-notice-mail';
import type { MailContent, RenderedMail } from '../email/mail-content';
import { orderMail } from '../email/order-mail';
import { awaitingPaymentMail, paymentFailedMail } from '../email/payment-mails';
import { renderMail } from '../email/render-mail';
import { env } from '../env';
import { unreachable } from '../errors';
import type { MailJob } from '../jobs/enqueue-mail';
import { openMailToken } from '../jobs/mail-token';
import type { MailReaders } from './mail-readers';
import { maskedOrder } from './masked-order';

/** `recipient`: everything. `admin`: keys masked. `admin_without_links`: keys masked and one-use links hidden as well. */
export type MailView = 'recipient' | 'admin' | 'admin_without_links';

export type ComposedMail =
  | { ok: true; mail: RenderedMail }
  /** The order was removed; there is nothing left to tell. */
  | { ok: false; reason: 'order_not_found' };

const HIDDEN = 'hidden';

/**
 * Writes a mail from what waits in the outbox. The facts are read now, so the mail tells the present state, and keys and
 * links exist only in what is returned, for the given reader.
 */
export async function composeMail(job: MailJob, readers: MailReaders, view: MailView): Promise<ComposedMail> {
  const content = await contentOf(job, readers, view);
  if (!content) return { ok: false, reason: 'order_not_found' };
  const { publicUrl, payments } = env();
  const sender = {
    storeName: await readers.readStoreName(),
    storeUrl: publicUrl,
    isDemoPayments: payments.mode === 'demo',
  };
  return { ok: true, mail: renderMail(content, sender) };
}

async function contentOf(job: MailJob, readers: MailReaders, view: MailView): Promise<MailContent | undefined> {
  const { publicUrl } = env();
  switch (job.template) {
    case 'order':
    case 'awaiting_payment':
    case 'payment_failed':
      return orderContent(job, readers, view);
    case 'reset_password':
      return resetPasswordMail(await linkOf('/reset', job.facts, view));
    case 'verify_email':
      return verifyEmailMail(await linkOf('/verify', job.facts, view));
    case 'sign_in':
      // Asked for by an admin, so no admin may ever hold it, on a demo store neither.
      return signInMail(await linkOf('/sign-in/link', job.facts, view === 'admin' ? 'admin_without_links' : view));
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

async function orderContent(job: OrderJob, readers: MailReaders, view: MailView): Promise<MailContent | undefined> {
  const facts = await readers.readOrderMail(job.facts.orderId);
  if (!facts) return undefined;
  const { publicUrl } = env();
  switch (job.template) {
    case 'order':
      return orderMail(view === 'recipient' ? facts : maskedOrder(facts), {
        apiKeysUrl: `${publicUrl}/account/api-keys`,
      });
    case 'awaiting_payment':
      return awaitingPaymentMail(facts, { orderUrl: `${publicUrl}/account/orders/${facts.orderNumber}` });
    case 'payment_failed':
      return paymentFailedMail(facts, { storeUrl: publicUrl });
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
