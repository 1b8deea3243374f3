import type { MailTopic } from '../db/generated/client';
import type { MailContent } from '../email/mail-content';

/** A mail before it is rendered. */
export type WrittenMail = {
  content: MailContent;
  /** False: what it tells is no longer so (paid meanwhile, extended, withdrawn), and it is not sent any more. */
  isCurrent: boolean;
  /** It is one the reader may do without, and how that is said. */
  choice?: { customerId: string; topic: MailTopic };
};

/** A mail that is always sent. */
export function always(content: MailContent): WrittenMail {
  return { content, isCurrent: true };
}
