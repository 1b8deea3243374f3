import type { MailTopic } from '../db/generated/client';
import { isUuid } from '../db/uuid';
import { derivedKey } from '../secrets/keyring';
import { openBytes, sealBytes } from '../secrets/seal';
import { isMailTopic } from './mail-topics';

/** Whose mails about what are to end. */
export type Unsubscribing = { customerId: string; topic: MailTopic };

const CONTEXT = 'unsubscribe';

/**
 * What the link of a mail carries: sealed, so that it neither says whose it is nor can be made by anybody else. It ends one
 * topic and opens nothing. It has no end: a mail is kept for years, and its link must still work.
 */
export function makeUnsubscribeToken({ customerId, topic }: Unsubscribing): string {
  return sealBytes(derivedKey('unsubscribe'), Buffer.from(`${customerId}|${topic}`), CONTEXT).toString('base64url');
}

/** Whose and what; undefined when it is not one of ours. */
export function openUnsubscribeToken(token: string): Unsubscribing | undefined {
  const [customerId = '', topic = ''] = opened(token).split('|');
  return isUuid(customerId) && isMailTopic(topic) ? { customerId, topic } : undefined;
}

function opened(token: string): string {
  try {
    return openBytes(derivedKey('unsubscribe'), Buffer.from(token, 'base64url'), CONTEXT).toString();
  } catch {
    return '';
  }
}
