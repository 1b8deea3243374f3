import type { MailSender } from '../email/mail-content';
import type { MailFrom } from '../email/send-mail';
import { env } from '../env';
import type { StoreSettings } from '../settings/store-settings';
import { isMailAddress, supportLink } from '../settings/support-address';

/** The settings that mails are signed with. */
export type SenderSettings = Pick<StoreSettings, 'storeName' | 'supportAddress' | 'mailSenderName'>;

/** Who writes, as the mail itself says it. */
export function mailSender({ storeName, supportAddress }: SenderSettings): MailSender {
  const { publicUrl, payments } = env();
  return {
    storeName,
    storeUrl: publicUrl,
    isDemoPayments: payments.mode === 'demo',
    support: supportLink(supportAddress),
  };
}

/** Who it is from, as mail programs show it. An answer goes to where buyers get help, when that is an e-mail address. */
export function mailFrom({ storeName, supportAddress, mailSenderName }: SenderSettings): MailFrom {
  return {
    name: mailSenderName === '' ? undefined : mailSenderName,
    fallbackName: storeName,
    replyTo: isMailAddress(supportAddress) ? supportAddress : undefined,
  };
}
