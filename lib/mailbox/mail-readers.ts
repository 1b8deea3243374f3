import type { OrderMailFacts } from '../email/order-mail';

/** What a mail is told at the moment it is written, read from the store's present state. */
export type MailReaders = {
  /** Undefined when the order is gone. Leaves out keys that the store's settings hide. */
  readOrderMail: (orderId: string) => Promise<OrderMailFacts | undefined>;
  readStoreName: () => Promise<string>;
};
