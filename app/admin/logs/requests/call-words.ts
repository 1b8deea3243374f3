import type { LoggedCall } from '@/lib/request-log/list-calls';
import { text } from '../../../_texts/text';
import { reasonOf } from './explain-reason';

const SERVED = ['ok', 'ok_again', 'ok_replayed'] as const;

/** An outcome of the log in a word or two. One that this version does not know stands as it is. */
export function outcomeText(outcome: string): string {
  const reason = reasonOf(outcome);
  if (reason) return text(`refusals.name.${reason}`);
  const served = SERVED.find((one) => one === outcome);
  return served ? text(`logs.served.${served}`) : outcome;
}

/** good: carried out. warn: answered, yet not what the client hoped for. bad: refused. */
export function outcomeTone(outcome: string): 'good' | 'warn' | 'bad' {
  if (outcome === 'inactive' || outcome === 'unlicensed') return 'warn';
  return SERVED.some((one) => one === outcome) ? 'good' : 'bad';
}

/** What a call asked for. */
export function actionText({ action, product }: Pick<LoggedCall, 'action' | 'product'>): string {
  // How the log tells that it had no room (lib/request-log/flush-calls).
  if (action === 'not_logged') return text('logs.notLogged', { count: Number(product) });
  return action === '' ? text('logs.notUnderstood') : action;
}

const PROTOCOLS = ['wc-am', 'v1'] as const;

/** A protocol by the name that the documentation has for it. */
export function protocolText(protocol: string): string {
  const known = PROTOCOLS.find((one) => one === protocol);
  return known ? text(`logs.protocol.${known}`) : protocol;
}

/** How long an answer took. */
export function durationText({ durationUs }: Pick<LoggedCall, 'durationUs'>): string {
  return text('logs.milliseconds', { count: Math.round(durationUs / 100) / 10 });
}
