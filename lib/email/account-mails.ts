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

/** A link that proves the reader owns the address. */
export function verifyEmailMail(facts: { url: string; expiresAt: Date }): MailContent {
  return {
    subject: 'Confirm your e-mail address',
    heading: 'Confirm your e-mail address',
    blocks: [
      {
        kind: 'paragraph',
        text: 'Confirm that this address is yours, so that your orders and keys reach you and nobody else.',
      },
      { kind: 'paragraph', text: `The link works once, until ${formatMinute(facts.expiresAt)}. ${NOT_YOU}` },
    ],
    button: { label: 'Confirm address', url: facts.url },
    reason: 'You get this mail because an account was made with this address.',
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
