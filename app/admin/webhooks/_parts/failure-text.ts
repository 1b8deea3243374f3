import { webhooks as words } from '../../../_texts/en/webhooks';
import { fillText } from '../../../_texts/fill-text';

const FAILURES = [
  'answered',
  'gone',
  'redirected',
  'timed_out',
  'tls_failed',
  'unreachable',
  'address_invalid',
  'not_https',
  'private_address',
  'name_not_found',
  'endpoint_disabled',
  'abandoned',
] as const;

/** Why an attempt came to nothing, in a sentence. A failure without words of its own is shown as it is. */
export function failureText(failure: string, status: number | null): string {
  const known = FAILURES.find((one) => one === failure);
  return known ? fillText(words[`failure.${known}`], { status: String(status ?? '') }) : failure;
}
