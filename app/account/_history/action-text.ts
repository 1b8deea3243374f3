import type { HistoryEntry } from '@/lib/access-keys/list-history';
import { unreachable } from '@/lib/errors';
import { activity } from '../../_texts/en/activity';
import { text } from '../../_texts/text';

/** An action in words; one that has none is shown as the audit calls it. */
export function actionText(action: string): string {
  return Object.hasOwn(activity, action) ? activity[action as keyof typeof activity] : action; // just looked up
}

/** Who did it, as far as the owner may know. */
export function whoText({ by, viaSid }: Pick<HistoryEntry, 'by' | 'viaSid'>): string {
  switch (by) {
    case 'you':
      return viaSid === undefined ? text('usage.you') : text('usage.you_key', { sid: viaSid });
    case 'administrator':
      return text('usage.admin');
    case 'system':
      return text('usage.system');
    case 'client':
      return text('usage.client');
    default:
      return unreachable(by);
  }
}
