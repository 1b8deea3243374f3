import { text } from '../../_texts/text';

const GOOD = ['applied', 'dismissed', 'compared', 'under_way'] as const;
const WARN = ['finding_not_found', 'finding_changed', 'payments_unreachable', 'reason_missing'] as const;

/** What the last press came to, by the word that its address brings. */
export function noticeOf(done: string | undefined): { tone: 'good' | 'warn'; said: string } | undefined {
  const good = GOOD.find((word) => word === done);
  if (good) return { tone: 'good', said: text(`reconcile.done.${good}`) };
  const warn = WARN.find((word) => word === done);
  return warn ? { tone: 'warn', said: text(`reconcile.done.${warn}`) } : undefined;
}
