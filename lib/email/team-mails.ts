import { formatMinute } from './format';
import type { MailContent } from './mail-content';

type RoleFacts = { role: 'customer' | 'admin'; at: Date; address?: string | undefined; storeUrl: string };

/** A notice to the person who was made an admin of the store, or is one no more. */
export function roleChangedMail({ role, at, address, storeUrl }: RoleFacts): MailContent {
  const words = role === 'admin' ? MADE : ENDED;
  const from = address ? ` from the network address ${address}` : '';
  return {
    subject: words.subject,
    heading: words.subject,
    blocks: [
      { kind: 'paragraph', text: `${words.what} It happened on ${formatMinute(at)}${from}.` },
      { kind: 'paragraph', text: words.next },
    ],
    button: { label: words.label, url: `${storeUrl}${words.path}` },
    reason: 'You get this mail because your part in running the store changed.',
  };
}

const MADE = {
  subject: 'You are an admin of the store now',
  what: 'An admin of the store made you one as well.',
  next: 'Every browser of yours was signed out. Sign in again: before the administration opens, it asks for a second factor, and you can add one there. If you did not expect this, write to the store.',
  label: 'Open administration',
  path: '/admin',
};

const ENDED = {
  subject: 'You are no longer an admin of the store',
  what: 'An admin of the store took your access to its administration away.',
  next: 'Every browser of yours was signed out. Your account, your orders and your keys stay yours: sign in as before to see them. Developer keys that could do what only admins may no longer can.',
  label: 'Sign in',
  path: '/sign-in',
};
