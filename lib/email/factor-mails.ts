import { unreachable } from '../errors';
import { formatMinute } from './format';
import type { MailContent } from './mail-content';

type FactorFacts = {
  change: 'added' | 'removed' | 'reset' | 'codes_made' | 'code_used';
  name?: string | undefined;
  left?: number | undefined;
  at: Date;
  address?: string | undefined;
  credentialsUrl: string;
};

const BY_YOU =
  'If this was you, you need not do anything. If not, change your password now and look at your second factors.';
const ASKED_FOR =
  'If you asked for it, sign in and add a new second factor. If not, change your password now and write to the store.';

/** A notice after the fact about the second factors of the reader's account. */
export function factorChangedMail(facts: FactorFacts): MailContent {
  const { subject, what } = wordsOf(facts);
  const from = facts.address ? ` from the network address ${facts.address}` : '';
  return {
    subject,
    heading: subject,
    blocks: [
      { kind: 'paragraph', text: `${what} It happened on ${formatMinute(facts.at)}${from}.` },
      {
        kind: 'paragraph',
        text: facts.change === 'reset' ? ASKED_FOR : BY_YOU,
      },
    ],
    button: { label: 'Look at your credentials', url: facts.credentialsUrl },
    reason: 'You get this mail because something about the safety of your account changed.',
  };
}

function wordsOf({ change, name = '', left = 0 }: FactorFacts): { subject: string; what: string } {
  switch (change) {
    case 'added':
      return {
        subject: 'A second factor was added',
        what: `“${name}” was added to your account as a second factor. Signing in asks for it from now on.`,
      };
    case 'removed':
      return {
        subject: 'A second factor was removed',
        what: `The second factor “${name}” was removed from your account.`,
      };
    case 'reset':
      return {
        subject: 'Your second factors were reset',
        what: 'The operator of the store removed all second factors and recovery codes of your account and signed every browser out.',
      };
    case 'codes_made':
      return {
        subject: 'New recovery codes were made',
        what: `${left} new recovery codes were made for your account. All earlier ones stopped working.`,
      };
    case 'code_used':
      return {
        subject: 'A recovery code was used',
        what: `A recovery code of your account was used in place of a second factor. ${leftWords(left)}`,
      };
    default:
      return unreachable(change);
  }
}

function leftWords(left: number): string {
  if (left === 0) return 'It was the last one: make new ones.';
  return left === 1 ? 'One is left.' : `${left} are left.`;
}
