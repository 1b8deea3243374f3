import type { LoggedCall } from '@/lib/request-log/list-calls';
import { type Check, checksOf, explainReason, isAboutKey, isCauseKept, type LoggedReason } from './explain-reason';

export type Weighed = 'passed' | 'failed' | 'not_reached' | 'unknown';

/** One check: what it said then, and what it would say now. */
export type CheckRow = { check: Check; saidThen: Weighed; saysNow: Weighed };

/** What is known of the present: the reason of the core for the likeliest key, and what else can be asked without a call. */
export type Present = { verdict: LoggedReason | 'ok' | undefined; isSourceTrusted: boolean };

/**
 * The checks of a call in their order. Each one before the failed one passed, and those behind it were never made, as far as
 * the reason tells.
 */
export function weighChecks(
  call: Pick<LoggedCall, 'action'>,
  isMaster: boolean,
  reason: LoggedReason | undefined,
  present: Present,
): CheckRow[] {
  const failedThen = reason === undefined ? undefined : explainReason(reason).check;
  const named = checksOf(call.action, isMaster);
  // A call that was not understood has no action, so its list may lack the check that it failed.
  const checks = failedThen === undefined || named.includes(failedThen) ? named : [...named, failedThen];
  const failedNow = present.verdict === undefined || present.verdict === 'ok' ? undefined : nowCheck(present.verdict);
  const at = (check: Check | undefined) => (check === undefined ? checks.length : checks.indexOf(check));
  const isRequestAtFault = failedThen === 'request';
  return checks.map((check, i) => ({
    check,
    saidThen: weighThen(reason, check, i - at(failedThen)),
    saysNow: weighNow(check, i, { failed: at(failedNow), present, isRequestAtFault }),
  }));
}

function weighThen(reason: LoggedReason | undefined, check: Check, fromFailed: number): Weighed {
  if (reason !== undefined && isUntold(reason, check, fromFailed)) return 'unknown';
  // Where nobody knows which check it was, the answer is still there.
  if (reason !== undefined && !isCauseKept(reason)) return 'passed';
  if (fromFailed === 0) return 'failed';
  return fromFailed < 0 ? 'passed' : 'not_reached';
}

// A product is looked for before its key, so a call for none tells nothing about the key either.
function isUntold(reason: LoggedReason, check: Check, fromFailed: number): boolean {
  if (!isAboutKey(check)) return false;
  return !isCauseKept(reason) || (reason === 'product_not_found' && fromFailed < 0);
}

function nowCheck(verdict: LoggedReason): Check {
  return explainReason(verdict).check;
}

type Now = { failed: number; present: Present; isRequestAtFault: boolean };

// A limit is over by now, and trouble is not foreseen; what the request itself lacked it would lack again.
function weighNow(check: Check, place: number, { failed, present, isRequestAtFault }: Now): Weighed {
  if (check === 'request') return isRequestAtFault ? 'failed' : 'passed';
  if (isRequestAtFault) return 'not_reached';
  if (check === 'source') return present.isSourceTrusted ? 'passed' : 'failed';
  if (check === 'pace' || check === 'store') return 'unknown';
  if (present.verdict === undefined) return 'unknown';
  return place < failed ? 'passed' : place === failed ? 'failed' : 'not_reached';
}
