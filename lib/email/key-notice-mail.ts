import { unreachable } from '../errors';
import { formatDay, formatMinute } from './format';
import type { MailBlock, MailContent } from './mail-content';

/** What there is to tell of a developer key. */
export const KEY_NOTICE_EVENTS = [
  'created',
  'regenerated',
  'removed',
  'revoked',
  'disabled',
  'expiring',
  'expired',
  'rotated',
  'rotation_due',
  'quota_80',
  'quota_100',
  'new_network',
  'busy',
  'errors',
  'woken',
  'dead_key_used',
  'leaked',
  'unused_digest',
] as const;

type KeyNoticeFacts = {
  event: (typeof KEY_NOTICE_EVENTS)[number];
  key?: { sid: string; name: string; hint: string } | undefined;
  address?: string | undefined;
  byAdmin?: boolean | undefined;
  until?: Date | undefined;
  count?: number | undefined;
  most?: number | undefined;
  url?: string | undefined;
  isLeftWorking?: boolean | undefined;
  names?: string[] | undefined;
  at: Date;
  /** The page of the reader's keys; a key has its own below it. */
  keysUrl: string;
};

type Words = { subject: string; what: string; advice?: string };

const PRIVATE = 'Keep keys private, and share them only with people you trust.';
const NOT_YOU = 'If this was not you, change your password and revoke the key now.';

/** A notice about a developer key or the calls of an account. It never carries a value that opens anything. */
export function keyNoticeMail(facts: KeyNoticeFacts): MailContent {
  const { subject, what, advice } = wordsOf(facts);
  const isGone = facts.event === 'removed' || facts.event === 'dead_key_used';
  const keyPage = facts.key && !isGone ? `/${facts.key.sid}` : '';
  return {
    subject,
    heading: subject,
    blocks: [
      { kind: 'paragraph', text: what },
      ...keyRows(facts),
      ...(advice === undefined ? [] : [{ kind: 'paragraph' as const, text: advice }]),
    ],
    button: { label: keyPage === '' ? 'See your API keys' : 'See this key', url: `${facts.keysUrl}${keyPage}` },
    reason: 'You get this mail because something about the API keys of your account needs to be known.',
  };
}

function keyRows({ key, address, names = [] }: KeyNoticeFacts): MailBlock[] {
  const rows = [
    ...(key ? [{ label: 'Key', value: `${key.hint}…` }] : []),
    ...(key ? [{ label: 'Its id', value: key.sid }] : []),
    ...(address ? [{ label: 'Network address', value: address }] : []),
    ...names.map((name) => ({ label: 'Key', value: name })),
  ];
  return rows.length === 0 ? [] : [{ kind: 'rows', rows }];
}

function wordsOf(facts: KeyNoticeFacts): Words {
  switch (facts.event) {
    case 'created':
    case 'regenerated':
    case 'removed':
    case 'revoked':
    case 'disabled':
    case 'rotated':
    case 'leaked':
      return changeWords(facts, facts.event);
    case 'expiring':
    case 'expired':
    case 'rotation_due':
    case 'unused_digest':
      return ageWords(facts, facts.event);
    case 'quota_80':
    case 'quota_100':
      return quotaWords(facts, facts.event);
    case 'new_network':
    case 'busy':
    case 'errors':
    case 'woken':
    case 'dead_key_used':
      return callWords(facts, facts.event);
    default:
      return unreachable(facts.event);
  }
}

type Change = 'created' | 'regenerated' | 'removed' | 'revoked' | 'disabled' | 'rotated' | 'leaked';

function changeWords(facts: KeyNoticeFacts, event: Change): Words {
  const name = nameOf(facts);
  const by = facts.byAdmin ? ' by the operator of the store' : '';
  const on = `on ${formatMinute(facts.at)}${by}`;
  const old = facts.until
    ? `The value before works until ${formatMinute(facts.until)}.`
    : 'The value before stopped working at once.';
  switch (event) {
    case 'created':
      return { subject: 'A new API key was made', what: `${name} was made ${on}.`, advice: `${PRIVATE} ${NOT_YOU}` };
    case 'regenerated':
      return {
        subject: 'An API key has a new value',
        what: `${name} was given a new value ${on}. ${old}`,
        advice: `${PRIVATE} ${NOT_YOU}`,
      };
    case 'rotated':
      return {
        subject: 'An API key was rotated',
        what: `${name} was given a new value ${on}, as its schedule says. ${old}`,
        advice: 'Sign in, copy the new value and put it where the old one is used.',
      };
    case 'removed':
      return { subject: 'An API key was removed', what: `${name} was removed ${on} and opens nothing any more.` };
    case 'revoked':
      return { subject: 'An API key was revoked', what: `${name} was revoked ${on} and opens nothing any more.` };
    case 'disabled':
      return {
        subject: 'An API key was disabled',
        what: `${name} was disabled ${on}. It opens nothing until it is active again.`,
      };
    case 'leaked':
      return leakWords(facts);
    default:
      return unreachable(event);
  }
}

function leakWords(facts: KeyNoticeFacts): Words {
  const where = facts.url ? ` It was found at ${facts.url}.` : '';
  return {
    subject: 'An API key of yours was reported as leaked',
    what: `${nameOf(facts)} was reported as leaked on ${formatMinute(facts.at)}.${where}`,
    advice: facts.isLeftWorking
      ? 'It still works. Give it a new value now, and look at what it was used for.'
      : 'It was disabled and opens nothing. Give it a new value, and look at what it was used for.',
  };
}

function ageWords(facts: KeyNoticeFacts, event: 'expiring' | 'expired' | 'rotation_due' | 'unused_digest'): Words {
  const name = nameOf(facts);
  const end = facts.until ? ` on ${formatMinute(facts.until)}` : '';
  switch (event) {
    case 'expiring':
      return {
        subject: 'An API key expires soon',
        what: `${name} expires${end}. Calls with it are refused from then on.`,
        advice: 'Give it a later end, or make another key, before that.',
      };
    case 'expired':
      return { subject: 'An API key has expired', what: `${name} expired${end}. Calls with it are refused.` };
    case 'rotation_due':
      return {
        subject: 'An API key should get a new value',
        what: `${name} has had the same value for ${facts.count ?? 0} days.`,
        advice: 'Regenerate it. With an overlap, the value before goes on working while you replace it.',
      };
    case 'unused_digest':
      return {
        subject: 'API keys you no longer use',
        what: `These keys of your account have not been used for ${facts.count ?? 90} days.`,
        advice: 'Remove the ones you no longer need: a key that is gone cannot be misused.',
      };
    default:
      return unreachable(event);
  }
}

function quotaWords(facts: KeyNoticeFacts, event: 'quota_80' | 'quota_100'): Words {
  const used = `${number(facts.count)} of ${number(facts.most)} API calls of this month`;
  const reset = facts.until ? ` The count begins anew on ${formatDay(facts.until)}.` : '';
  return event === 'quota_80'
    ? { subject: '80 % of your API calls are used', what: `Your account has made ${used}.${reset}` }
    : {
        subject: 'All API calls of this month are used',
        what: `Your account has made ${used}. Calls are refused until then.${reset}`,
      };
}

type Use = 'new_network' | 'busy' | 'errors' | 'woken' | 'dead_key_used';

function callWords(facts: KeyNoticeFacts, event: Use): Words {
  const name = nameOf(facts);
  const on = formatMinute(facts.at);
  const advice = 'If you know why, you need not do anything. If not, disable the key and give it a new value.';
  switch (event) {
    case 'new_network':
      return {
        subject: 'An API key was used from a new network',
        what: `${name} was used from a network it was never used from before, on ${on}.`,
        advice,
      };
    case 'busy':
      return {
        subject: 'An API key is used much more than usual',
        what: `${name} made ${number(facts.count)} calls within a day; usual are about ${number(facts.most)}.`,
        advice,
      };
    case 'errors':
      return {
        subject: 'An API key gets many errors',
        what: `${number(facts.count)} calls with ${name} failed lately, seen on ${on}.`,
        advice,
      };
    case 'woken':
      return {
        subject: 'An API key is used again after a long time',
        what: `${name} was used on ${on}, after ${number(facts.count)} days without a call.`,
        advice,
      };
    case 'dead_key_used':
      return {
        subject: 'Somebody used an API key that is gone',
        what: `A value of ${name}, which opens nothing any more, was used on ${on}. The call was refused.`,
        advice: 'Either a program of yours still has the old value, or somebody found it.',
      };
    default:
      return unreachable(event);
  }
}

function nameOf({ key }: KeyNoticeFacts): string {
  return key ? `The key “${key.name}”` : 'A key of your account';
}

function number(count = 0): string {
  return new Intl.NumberFormat('en-US').format(count);
}
