import { readOrderMail } from '../orders/read-order-mail';
import { readStoreSettings } from '../settings/store-settings';
import type { MailReaders } from './mail-readers';
import { readLicenceMail } from './read-licence-mail';
import { readActivationMail, readReleaseMail } from './read-news-mails';
import { readRefundMail } from './read-refund-mail';
import { readSubscriptionMail } from './read-subscription-mail';

/** The readers of a running store. */
export const storeMailReaders: MailReaders = {
  readOrderMail,
  readSubscriptionMail,
  readLicenceMail,
  readRefundMail,
  readReleaseMail,
  readActivationMail,
  readSender: () => readStoreSettings(),
};
