import { formatMinute } from './format';
import type { MailContent } from './mail-content';

const NOT_YOU = 'If this was not you, ignore this mail: nothing changes until the link is used.';

/** A link that lets the reader choose a new password, once. */
export function resetPasswordMail(facts: { url: string; expiresAt: Date }): MailContent {
  return {
    subject: 'Choose a new password',
    heading: 'Choose a new password',
    blocks: [
      { kind: 'paragraph', text: 'Someone, probably you, asked for a new password for this address.' },
      { kind: 'paragraph', text: `The link works once, until ${formatMinute(facts.expiresAt)}. ${NOT_YOU}` },
    ],
    button: { label: 'Choose a new password', url: facts.url },
    reason: 'You get this mail because a new password was asked for on our sign-in page.',
  };
}

/** A link that proves the reader owns the address. `occasion`: what an order did to the account; left out for a new one. */
export function verifyEmailMail(
  facts: { url: string; expiresAt: Date },
  occasion?: 'taken_back' | 'order_waits',
): MailContent {
  const until = `The link works once, until ${formatMinute(facts.expiresAt)}.`;
  const words = { new: newAccountWords, taken_back: takenBackWords, order_waits: orderWaitsWords }[occasion ?? 'new'];
  const { subject, paragraphs, label, reason } = words(until);
  return {
    subject,
    heading: subject,
    blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })),
    button: { label, url: facts.url },
    reason,
  };
}

type ProofWords = { subject: string; paragraphs: string[]; label: string; reason: string };

function newAccountWords(until: string): ProofWords {
  return {
    subject: 'Confirm your e-mail address',
    paragraphs: [
      'Confirm that this address is yours, so that your orders and keys reach you and nobody else.',
      `${until} ${NOT_YOU}`,
    ],
    label: 'Confirm address',
    reason: 'You get this mail because an account was made with this address.',
  };
}

/** Nothing in it may wait for the link: the account is closed already. */
function takenBackWords(until: string): ProofWords {
  return {
    subject: 'Choose a new password for your account',
    paragraphs: [
      'An order arrived for this address, and the address has an account that nobody had confirmed. Anybody could have opened it, so before the order went there we closed it to everybody: its password, its second factors and its developer keys no longer work, every browser was signed out, and a connection to Dropbox was ended.',
      'The orders and licence keys in the account are still there. If you opened it yourself, this concerns you too: your old password no longer works.',
      `Confirm this address and choose a new password. ${until} Afterwards you can ask for a new password on the sign-in page at any time.`,
    ],
    label: 'Confirm and choose a password',
    reason: 'You get this mail because something about the safety of your account changed.',
  };
}

function orderWaitsWords(until: string): ProofWords {
  return {
    subject: 'Confirm your address to get your order',
    paragraphs: [
      'An order that cost nothing was made with this address by somebody who was not signed in. The address has an account that nobody has confirmed yet, so the order waits, and nothing in the account was changed.',
      `Confirm this address, and the order and its keys are mailed to you a little later. ${until}`,
      'If the order is not yours, ignore this mail.',
    ],
    label: 'Confirm address',
    reason: 'You get this mail because an order was made with this address.',
  };
}

/** A link that lets the account of whoever asked for it have this address from then on. */
export function changeEmailMail(facts: { url: string; expiresAt: Date }): MailContent {
  return {
    subject: 'Confirm your new address',
    heading: 'Confirm your new address',
    blocks: [
      {
        kind: 'paragraph',
        text: 'Somebody, probably you, wants to sign in with this address from now on, and to get all mails of their account here.',
      },
      {
        kind: 'paragraph',
        text: `Open the link where you are signed in; it works once, until ${formatMinute(facts.expiresAt)}. ${NOT_YOU}`,
      },
    ],
    button: { label: 'Confirm new address', url: facts.url },
    reason: 'You get this mail because an account is to have this address.',
  };
}

/** In place of that link, where the address has an account of its own: only who reads its mail learns of it. */
export function emailInUseMail(facts: { signInUrl: string }): MailContent {
  return {
    subject: 'This address has an account already',
    heading: 'This address has an account already',
    blocks: [
      {
        kind: 'paragraph',
        text: 'Somebody, probably you, wanted to give this address to another account. It has an account of its own, and an address can have only one.',
      },
      {
        kind: 'paragraph',
        text: 'Sign in to that one, or use another address. If this was not you, ignore this mail.',
      },
    ],
    button: { label: 'Sign in', url: facts.signInUrl },
    reason: 'You get this mail because another account was to have this address.',
  };
}

/** A notice to the address that was, so that a stolen account does not move away in silence. */
export function emailChangedMail(facts: {
  at: Date;
  newAddress: string;
  address?: string | undefined;
  signInUrl: string;
}): MailContent {
  const from = facts.address ? ` from the network address ${facts.address}` : '';
  return {
    subject: 'The address of your account was changed',
    heading: 'The address of your account was changed',
    blocks: [
      {
        kind: 'paragraph',
        text: `Your account was given the address ${facts.newAddress} on ${formatMinute(facts.at)}${from}. Mails go there from now on, and this address no longer signs in.`,
      },
      {
        kind: 'paragraph',
        text: 'If this was you, you need not do anything. If not, write to the store now, so that it can close the account to whoever did it.',
      },
    ],
    button: { label: 'Sign in', url: facts.signInUrl },
    reason: 'You get this mail because something about the safety of your account changed.',
  };
}

/** A link that signs the reader in, once. A store admin had it sent; only this mail carries it. */
export function signInMail(facts: { url: string; expiresAt: Date }): MailContent {
  return {
    subject: 'Your link to sign in',
    heading: 'Sign in to your account',
    blocks: [
      { kind: 'paragraph', text: 'We were asked to send you a link that opens your account without its password.' },
      {
        kind: 'paragraph',
        text: `The link works once, until ${formatMinute(facts.expiresAt)}. If your account has a second factor, it is asked for as always. ${NOT_YOU}`,
      },
    ],
    button: { label: 'Sign in', url: facts.url },
    reason: 'You get this mail because the store sent you a link to sign in.',
  };
}

/** A notice after the fact, so that a stolen account does not change hands in silence. */
export function passwordChangedMail(facts: { at: Date; address?: string; resetUrl: string }): MailContent {
  const from = facts.address ? ` from the network address ${facts.address}` : '';
  return {
    subject: 'Your password was changed',
    heading: 'Your password was changed',
    blocks: [
      {
        kind: 'paragraph',
        text: `The password of your account was changed on ${formatMinute(facts.at)}${from}. Every other browser has been signed out.`,
      },
      { kind: 'paragraph', text: 'If this was you, you need not do anything. If not, choose a new password now.' },
    ],
    button: { label: 'Choose a new password', url: facts.resetUrl },
    reason: 'You get this mail because something about the safety of your account changed.',
  };
}
