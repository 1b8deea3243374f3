import { readOrderMail } from '../orders/read-order-mail';
import { readStoreSettings } from '../settings/store-settings';
import type { MailReaders } from './mail-readers';

/** The readers of a running store. */
export const storeMailReaders: MailReaders = {
  readOrderMail,
  readStoreName: async () => (await readStoreSettings()).storeName,
};
