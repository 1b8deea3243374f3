import { text } from '../../../_texts/text';

const KNOWN = [
  'fulfilled',
  'already_fulfilled',
  'refunded',
  'nothing_to_do',
  'suspended',
  'resumed',
  'revoked',
  'awaiting_payment',
  'cancelled',
  'expired',
  'not_ours',
  'checkout_unknown',
  'amount_mismatch',
  'awaiting_proof',
] as const;

/** What an event came to, for people; the handler's own word when this version has none for it. */
export function eventOutcomeText(outcome: string): string {
  if (outcome.startsWith('ignored')) return text('logs.came.ignored');
  const known = KNOWN.find((one) => one === outcome);
  return known ? text(`logs.came.${known}`) : outcome;
}

/** What a replay did, as a sentence. */
export function replayText(outcome: string): string {
  if (outcome === 'already_fulfilled' || outcome === 'nothing_to_do') {
    return text('logs.replayNothing', { outcome: eventOutcomeText(outcome) });
  }
  return text('logs.replayDid', { outcome: eventOutcomeText(outcome) });
}
