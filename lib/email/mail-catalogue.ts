import {
  type ExampleMail,
  newsExamples,
  orderExamples,
  type Scene,
  safetyExamples,
  termExamples,
} from './example-mails';

/** A kind of mail that the store writes. */
type CatalogueEntry = {
  /** What it is, for people. */
  title: string;
  /** When it is written, and what for. */
  purpose: string;
  /** False: nobody has to get it, and each one carries the way to end it. */
  isTransactional: boolean;
  examples: (scene: Scene) => ExampleMail[];
};

const must = (title: string, purpose: string, examples: CatalogueEntry['examples']): CatalogueEntry => ({
  title,
  purpose,
  isTransactional: true,
  examples,
});

const may = (title: string, purpose: string, examples: CatalogueEntry['examples']): CatalogueEntry => ({
  ...must(title, purpose, examples),
  isTransactional: false,
});

const { order, awaiting_payment, payment_failed, order_refunded } = orderExamples;
const term = termExamples;
const safety = safetyExamples;

/** Every mail of the store, named once. The outbox knows them by these names (lib/jobs/enqueue-mail.ts). */
export const MAIL_CATALOGUE = {
  order: must('Order and its keys', 'When an order is paid; carries the keys that the settings show.', order),
  awaiting_payment: must(
    'Order waiting for its payment',
    'When an order is placed and its money takes days to arrive.',
    awaiting_payment,
  ),
  payment_failed: must('Payment failed', 'When the money of an order did not come.', payment_failed),
  order_refunded: must('Refund', 'When money goes back; says what no longer works.', order_refunded),
  subscription_renewed: must(
    'Subscription renewed',
    'When the next period of a subscription is paid.',
    term.subscription_renewed,
  ),
  renewal_payment_failed: must(
    'Renewal payment failed',
    'When a renewal is not paid; says until when everything works, and where to pay.',
    term.renewal_payment_failed,
  ),
  subscription_cancelled: must(
    'Subscription cancelled',
    'When a subscription will not renew; says until when it lives.',
    term.subscription_cancelled,
  ),
  trial_ending: must('Trial ends', 'Before a trial becomes a paid subscription.', term.trial_ending),
  licence_renewed: must('Licence renewed', 'When a customer renewed a fixed term.', term.licence_renewed),
  licence_ending: may(
    'Licence ends or has ended',
    '30 and 7 days before the end of a fixed term or a cancelled subscription, and one day after it.',
    term.licence_ending,
  ),
  new_release: may(
    'New version',
    'When a version is published, to everybody whose licence covers it.',
    newsExamples.new_release,
  ),
  device_activated: may(
    'Activated on a new device',
    'When a key is activated somewhere new, for customers who chose it.',
    newsExamples.device_activated,
  ),
  reset_password: must('Choose a new password', 'When a new password was asked for.', safety.reset_password),
  verify_email: must(
    'Confirm e-mail address',
    'When an account is made with an address, or an order arrives in one whose address nobody confirmed.',
    safety.verify_email,
  ),
  sign_in: must('Link to sign in', 'When an admin sends a customer a link that signs in.', safety.sign_in),
  change_email: must('Confirm new address', 'When a customer wants another e-mail address.', safety.change_email),
  email_in_use: must(
    'Address has an account already',
    'In its place, when the wished address belongs to another account.',
    safety.email_in_use,
  ),
  email_changed: must(
    'Address was changed',
    'To the old address, after an account got another one.',
    safety.email_changed,
  ),
  password_changed: must('Password was changed', 'After a password changed.', safety.password_changed),
  second_factor_changed: must(
    'Second factor was changed',
    'After something about second factors or recovery codes changed.',
    safety.second_factor_changed,
  ),
  account_deleted: must('Account was deleted', 'Once, after a customer deleted their account.', safety.account_deleted),
  role_changed: must(
    'Administration given or taken',
    'When somebody is made an admin, or is one no more.',
    safety.role_changed,
  ),
  master_key_replaced: must(
    'Master API Key was replaced',
    'After an admin replaced a customer’s Master API Key.',
    safety.master_key_replaced,
  ),
  access_key_notice: must(
    'Notice about a developer key',
    'When something about a developer key needs to be known.',
    safety.access_key_notice,
  ),
  test: must('Test mail', 'When an admin presses the Test button of the mail settings.', safety.test),
} satisfies Record<string, CatalogueEntry>;

export type MailName = keyof typeof MAIL_CATALOGUE;

/** All names, in the order in which they are shown. */
export const MAIL_NAMES = Object.keys(MAIL_CATALOGUE) as MailName[]; // the keys of the object are its key type

/** Whether a text from outside names a mail. */
export function isMailName(text: string): text is MailName {
  return Object.hasOwn(MAIL_CATALOGUE, text);
}
