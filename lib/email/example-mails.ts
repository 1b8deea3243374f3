import { accountDeletedMail } from './account-deleted-mail';
import {
  changeEmailMail,
  emailChangedMail,
  emailInUseMail,
  passwordChangedMail,
  resetPasswordMail,
  signInMail,
  verifyEmailMail,
} from './account-mails';
import { factorChangedMail } from './factor-mails';
import { masterKeyReplacedMail } from './key-mails';
import { KEY_NOTICE_EVENTS, keyNoticeMail } from './key-notice-mail';
import { type GoingOn, licenceEndingMail, licenceRenewedMail } from './licence-mails';
import type { MailContent } from './mail-content';
import { deviceActivatedMail, newReleaseMail } from './news-mails';
import { type OrderMailFacts, orderMail } from './order-mail';
import { awaitingPaymentMail, paymentFailedMail } from './payment-mails';
import { orderRefundedMail } from './refund-mail';
import {
  renewalPaymentFailedMail,
  subscriptionCancelledMail,
  subscriptionRenewedMail,
  trialEndingMail,
} from './subscription-mails';
import { roleChangedMail } from './team-mails';
import { testMail } from './test-mail';

/** When an example plays, and where its links lead. */
export type Scene = { at: Date; storeUrl: string };

/** An example of a mail; a template that says different things at different times has several. */
export type ExampleMail = { name: string; content: MailContent };

const DAY_MS = 86_400_000;
const things = [{ title: 'Acme Backup', planName: '5 sites' }];
const two = [...things, { title: 'Acme Forms', planName: 'Unlimited sites' }];
const daysOn = ({ at }: Scene, days: number) => new Date(at.getTime() + days * DAY_MS);
const linkOf = (scene: Scene, path: string) => ({
  url: `${scene.storeUrl}${path}?token=example`,
  expiresAt: new Date(scene.at.getTime() + 3_600_000),
});

function exampleOrder(scene: Scene): OrderMailFacts {
  const first = { title: 'Acme Backup', planName: '5 sites', productNumber: 101, quantity: 1, amount: 9900 };
  const second = { title: 'Acme Forms', planName: 'Lifetime', productNumber: 204, quantity: 2, amount: 9800 };
  return {
    orderNumber: 1042,
    currency: 'usd',
    discountAmount: 1500,
    taxAmount: 3458,
    totalAmount: 21_658,
    masterApiKey: 'lkm_EXAMPLEExampleEXAMPLEExampleEXAMPLEExample42',
    items: [
      {
        ...first,
        activationLimit: 5,
        expiresAt: daysOn(scene, 365),
        productOrderApiKey: 'lko_EXAMPLEExampleEXAMPLEExampleEXAMPLEExample01',
      },
      {
        ...second,
        activationLimit: null,
        expiresAt: null,
        productOrderApiKey: 'lko_EXAMPLEExampleEXAMPLEExampleEXAMPLEExample02',
      },
    ],
  };
}

/** The order and what became of its money. */
export const orderExamples = {
  order: (scene: Scene): ExampleMail[] => {
    const { masterApiKey: _hidden, ...facts } = exampleOrder(scene);
    const items = facts.items.map(({ productOrderApiKey: _key, ...item }) => item);
    const links = { apiKeysUrl: `${scene.storeUrl}/account/api-keys` };
    return [
      { name: 'With keys', content: orderMail(exampleOrder(scene), links) },
      { name: 'Keys hidden by the settings', content: orderMail({ ...facts, items }, links) },
    ];
  },
  awaiting_payment: (scene: Scene): ExampleMail[] =>
    one(awaitingPaymentMail(exampleOrder(scene), { orderUrl: `${scene.storeUrl}/account/orders/1042` })),
  payment_failed: (scene: Scene): ExampleMail[] =>
    one(paymentFailedMail(exampleOrder(scene), { storeUrl: scene.storeUrl })),
  order_refunded: (scene: Scene): ExampleMail[] => {
    const refund = { orderNumber: 1042, currency: 'usd', amount: 9900 };
    const item = { title: 'Acme Backup', planName: '5 sites', quantity: 1, placesLeft: 5 };
    const links = { orderUrl: `${scene.storeUrl}/account/orders/1042` };
    const write = (stops: 'all' | 'some' | 'nothing') =>
      orderRefundedMail({ ...refund, items: [{ ...item, stops }] }, links);
    return [
      { name: 'Keys stop', content: write('all') },
      { name: 'Activations go', content: write('some') },
      { name: 'Nothing stops', content: write('nothing') },
    ];
  },
};

/** What lives for years: subscriptions and terms. */
export const termExamples = {
  subscription_renewed: (scene: Scene): ExampleMail[] => {
    const subscriptionsUrl = `${scene.storeUrl}/account/subscriptions`;
    return one(subscriptionRenewedMail({ things, subscriptionsUrl, paidUntil: daysOn(scene, 365) }));
  },
  renewal_payment_failed: (scene: Scene): ExampleMail[] => {
    const about = { things, subscriptionsUrl: `${scene.storeUrl}/account/subscriptions`, payUrl: null };
    const graced = { ...about, payUrl: 'https://invoice.example/pay', graceUntil: daysOn(scene, 7) };
    return [
      { name: 'Within the grace', content: renewalPaymentFailedMail(graced) },
      { name: 'Without a grace', content: renewalPaymentFailedMail({ ...about, graceUntil: null }) },
    ];
  },
  subscription_cancelled: (scene: Scene): ExampleMail[] => {
    const about = { things, subscriptionsUrl: `${scene.storeUrl}/account/subscriptions` };
    const ended = { ...about, endsAt: daysOn(scene, -1), hasEnded: true };
    return [
      {
        name: 'Lives on until its end',
        content: subscriptionCancelledMail({ ...about, endsAt: daysOn(scene, 90), hasEnded: false }),
      },
      { name: 'Has ended', content: subscriptionCancelledMail(ended) },
    ];
  },
  trial_ending: (scene: Scene): ExampleMail[] => {
    const subscriptionsUrl = `${scene.storeUrl}/account/subscriptions`;
    return one(trialEndingMail({ things, subscriptionsUrl, endsAt: daysOn(scene, 3) }));
  },
  licence_renewed: (scene: Scene): ExampleMail[] => {
    const keysUrl = `${scene.storeUrl}/account/api-keys`;
    return one(licenceRenewedMail({ things, keysUrl, expiresAt: daysOn(scene, 365) }));
  },
  licence_ending: (scene: Scene): ExampleMail[] => {
    const { at, storeUrl } = scene;
    const links = { renewUrl: `${storeUrl}/account/subscriptions`, storeUrl };
    const write = (days: number, goingOn: GoingOn, named = things) =>
      licenceEndingMail({ things: named, at, endsAt: daysOn(scene, days), goingOn, ...links });
    const renew = (days: number): GoingOn => ({ kind: 'renew', until: daysOn(scene, days + 60) });
    return [
      { name: '30 days before', content: write(30, { kind: 'renew_later', from: daysOn(scene, 9) }) },
      { name: '7 days before, two licences', content: write(7, renew(7), two) },
      { name: 'One day after', content: write(-1, renew(-1)) },
      { name: 'A cancelled subscription', content: write(7, { kind: 'resume' }) },
      { name: 'Not renewable', content: write(7, { kind: 'buy_again' }) },
    ];
  },
};

/** What a customer may choose to hear of. */
export const newsExamples = {
  new_release: (scene: Scene): ExampleMail[] =>
    one(
      newReleaseMail({
        title: 'Acme Backup',
        version: '4.2.0',
        upgradeNotice: 'Mends restoring from large archives. Update before your next backup.',
        needs: [
          { label: 'Needs', value: '6.2' },
          { label: 'Needs PHP', value: '8.1' },
        ],
        downloadsUrl: `${scene.storeUrl}/account/api-downloads`,
      }),
    ),
  device_activated: (scene: Scene): ExampleMail[] => {
    const device = { title: 'Acme Backup', device: 'shop.example', address: '192.0.2.7' };
    return one(deviceActivatedMail({ ...device, at: scene.at, keysUrl: `${scene.storeUrl}/account/api-keys` }));
  },
};

/** Accounts, keys and their safety. */
export const safetyExamples = {
  reset_password: (scene: Scene): ExampleMail[] => one(resetPasswordMail(linkOf(scene, '/reset'))),
  verify_email: (scene: Scene): ExampleMail[] => {
    const link = linkOf(scene, '/verify');
    return [
      { name: 'A new account', content: verifyEmailMail(link) },
      { name: 'The account was taken back', content: verifyEmailMail(link, 'taken_back') },
      { name: 'An order waits', content: verifyEmailMail(link, 'order_waits') },
    ];
  },
  sign_in: (scene: Scene): ExampleMail[] => one(signInMail(linkOf(scene, '/sign-in/link'))),
  change_email: (scene: Scene): ExampleMail[] => one(changeEmailMail(linkOf(scene, '/account/address'))),
  email_in_use: (scene: Scene): ExampleMail[] => one(emailInUseMail({ signInUrl: `${scene.storeUrl}/sign-in` })),
  email_changed: (scene: Scene): ExampleMail[] =>
    one(
      emailChangedMail({
        at: scene.at,
        newAddress: 'n…@example.com',
        address: '192.0.2.7',
        signInUrl: `${scene.storeUrl}/sign-in`,
      }),
    ),
  password_changed: (scene: Scene): ExampleMail[] =>
    one(passwordChangedMail({ at: scene.at, address: '192.0.2.7', resetUrl: `${scene.storeUrl}/reset` })),
  second_factor_changed: (scene: Scene): ExampleMail[] => {
    const facts = { name: 'Phone', left: 3, at: scene.at, credentialsUrl: `${scene.storeUrl}/account/credentials` };
    return (['added', 'removed', 'reset', 'codes_made', 'code_used'] as const).map((change) => {
      const content = factorChangedMail({ ...facts, change });
      return { name: content.subject, content };
    });
  },
  account_deleted: (scene: Scene): ExampleMail[] =>
    one(accountDeletedMail({ ...scene, licences: 3, activations: 7, orders: 2, address: '192.0.2.7' })),
  role_changed: (scene: Scene): ExampleMail[] =>
    (['admin', 'customer'] as const).map((role) => {
      const content = roleChangedMail({ role, at: scene.at, address: '192.0.2.7', storeUrl: scene.storeUrl });
      return { name: content.subject, content };
    }),
  master_key_replaced: (scene: Scene): ExampleMail[] =>
    one(masterKeyReplacedMail({ at: scene.at, endedActivations: 0, apiKeysUrl: `${scene.storeUrl}/account/api-keys` })),
  access_key_notice: (scene: Scene): ExampleMail[] =>
    KEY_NOTICE_EVENTS.map((event) => {
      const key = { sid: 'key_0123456789abcdefghijkl', name: 'Nightly export', hint: 'lks_9fQx2B' };
      const counts = { count: 90, most: 20_000, names: ['Nightly export', 'Old import'] };
      const keysUrl = `${scene.storeUrl}/account/api-keys`;
      const more = { key, address: '192.0.2.7', until: daysOn(scene, 14), ...counts };
      const content = keyNoticeMail({ event, at: scene.at, keysUrl, ...(event === 'unused_digest' ? counts : more) });
      return { name: content.subject, content };
    }),
  test: (scene: Scene): ExampleMail[] =>
    one(testMail({ at: scene.at, settingsUrl: `${scene.storeUrl}/admin/settings#mail` })),
};

function one(content: MailContent): ExampleMail[] {
  return [{ name: 'Example', content }];
}
