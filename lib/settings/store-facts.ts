import { env } from '../env';

/** What the store's configuration tells every page. */
export type StoreFacts = {
  /** The store's own address, without a trailing slash. */
  publicUrl: string;
  /** No card is charged, and every page says so. */
  isDemoPayments: boolean;
  /** Cookies may be limited to https. */
  isHttps: boolean;
  /** Without a mail server mails are read in Admin → Mail. */
  hasMailServer: boolean;
};

/** The facts of the present configuration. */
export function storeFacts(): StoreFacts {
  const { publicUrl, payments, smtp } = env();
  return {
    publicUrl,
    isDemoPayments: payments.mode === 'demo',
    isHttps: publicUrl.startsWith('https://'),
    hasMailServer: smtp !== undefined,
  };
}
