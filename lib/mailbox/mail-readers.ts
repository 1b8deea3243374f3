import type { OrderMailFacts } from '../email/order-mail';
import type { SenderSettings } from './mail-sender';
import type { LicenceMailFacts } from './read-licence-mail';
import type { ActivationMailFacts, ReleaseMailFacts } from './read-news-mails';
import type { ReadRefund } from './read-refund-mail';
import type { SubscriptionMailFacts } from './read-subscription-mail';

/** What a mail is told at the moment it is written, read from the store's present state. Undefined: its object is gone. */
export type MailReaders = {
  /** Leaves out keys that the store's settings hide. */
  readOrderMail: (orderId: string) => Promise<OrderMailFacts | undefined>;
  readSubscriptionMail: (id: string, apiResourceId?: string) => Promise<SubscriptionMailFacts | undefined>;
  readLicenceMail: (apiResourceIds: string[], at: Date) => Promise<LicenceMailFacts | undefined>;
  readRefundMail: (orderId: string, refundId: string) => Promise<ReadRefund | undefined>;
  readReleaseMail: (
    wanted: { releaseId: string; customerId: string },
    at: Date,
  ) => Promise<ReleaseMailFacts | undefined>;
  readActivationMail: (activationId: string, customerId: string) => Promise<ActivationMailFacts | undefined>;
  readSender: () => Promise<SenderSettings>;
};
