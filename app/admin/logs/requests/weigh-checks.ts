import type { LoggedCall } from '@/lib/request-log/list-calls';
import { type Check, checksOf, explainReason, type LoggedReason } from './explain-reason';

export type Weighed = 'passed' | 'failed' | 'not_reached' | 'unknown';

/** One check: what it said then, and what it would say now. */
export type CheckRow = { check: Check; saidThen: Weighed; saysNow: Weighed };

/** What is known of the present: the reason of the core for the likeliest key, and what else can be asked without a call. */
export type Present = { verdict: LoggedReason | 'ok' | undefined; isSourceTrusted: boolean };

/** The checks of a call in their order. Each one before the failed one passed; those behind it were never made. */
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
  return checks.map((check, i) => ({
    check,
    saidThen: i < at(failedThen) ? 'passed' : i === at(failedThen) ? 'failed' : 'not_reached',
    saysNow: weighNow(check, i, { failed: at(failedNow), present, isSame: check === failedThen }),
  }));
}

function nowCheck(verdict: LoggedReason): Check {
  return explainReason(verdict).check;
}

// A limit is over by now, and trouble is not foreseen; what the request itself lacked it would lack again.
function weighNow(
  check: Check,
  place: number,
  { failed, present, isSame }: { failed: number; present: Present; isSame: boolean },
): Weighed {
  if (check === 'request') return isSame ? 'failed' : 'passed';
  if (check === 'source') return present.isSourceTrusted ? 'passed' : 'failed';
  if (check === 'pace' || check === 'store') return 'unknown';
  if (present.verdict === undefined) return 'unknown';
  return place < failed ? 'passed' : place === failed ? 'failed' : 'not_reached';
}
