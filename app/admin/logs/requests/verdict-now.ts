import type { KeyNow } from '@/lib/licensing/ask-again';
import type { LoggedCall } from '@/lib/request-log/list-calls';
import { explainReason, isAboutKey, isCauseKept, type LoggedReason } from './explain-reason';

/** What a call would be told now; undefined when the log kept too little of its key to ask. */
export type Verdict = LoggedReason | 'ok' | undefined;

/** What the call would be told now, in the words of its protocol, with the likeliest of the keys that it may have had. */
export function verdictOf(
  { action, keyHint }: Pick<LoggedCall, 'action' | 'keyHint'>,
  key: KeyNow | undefined,
): Verdict {
  // Every key of the store is found by its last four characters.
  if (!key) return /….{4}$/.test(keyHint) ? 'key_not_found' : undefined;
  if (key.verdict.ok) return 'ok';
  if (key.verdict.reason !== 'activation_not_found' || action === 'deactivate') return key.verdict.reason;
  // A status that says "not active" and a version without its download are what these calls are told instead of "not found".
  return action === 'status' ? 'inactive' : 'unlicensed';
}

/** What has to be mended, and what is said of it: that it is another reason than then, or that it stands in the way now. */
export type ToMend = { reason: LoggedReason; said?: 'nowFails' | 'nowStands' };

/**
 * What stands in the way by now is what has to be mended; about the request itself, and where the product was not found, the
 * past is all there is. Whether it is another reason than then can only be said where the log kept the reason of then.
 */
export function whatToMend(reason: LoggedReason, present: Verdict): ToMend {
  const isSame = present === undefined || present === 'ok' || present === reason;
  if (isSame || reason === 'product_not_found' || !isAboutKey(explainReason(reason).check)) return { reason };
  if (isCauseKept(reason)) return { reason: present, said: 'nowFails' };
  return isCauseKept(present) ? { reason: present, said: 'nowStands' } : { reason };
}
