import { text } from '../../../_texts/text';

const GOOD = [
  'saved',
  'disabled',
  'enabled',
  'removed',
  'tested',
  'recovered',
  'recovered_none',
  'recovered_some',
  'replayed',
] as const;
const WARN = ['endpoint_not_found', 'endpoint_disabled', 'delivery_not_found'] as const;

/** What an action came to, as the address carries it. */
export type WebhookNotice = (typeof GOOD)[number] | (typeof WARN)[number];

/** The words for what an action came to; undefined for anything else that stands in the address. */
export function noticeOf(code: string | undefined): { tone: 'good' | 'warn'; said: string } | undefined {
  const good = GOOD.find((known) => known === code);
  if (good) return { tone: 'good', said: text(`webhooks.done.${good}`) };
  const warn = WARN.find((known) => known === code);
  return warn && { tone: 'warn', said: text(`webhooks.done.${warn}`) };
}
