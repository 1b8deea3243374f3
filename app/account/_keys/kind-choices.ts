import type { AccessKeyKind } from '@/lib/access-keys/caller';
import type { KeyAllowance } from '@/lib/access-keys/read-allowance';
import { text } from '../../_texts/text';
import type { KindChoice } from './key-form-parts';

/** The three kinds, and why one cannot be had now. */
export function kindChoices(allowance: KeyAllowance): KindChoice[] {
  const kinds: AccessKeyKind[] = ['standard', 'secret', 'pair'];
  return kinds.map((kind) => ({ kind, closed: whyClosed(kind, allowance) }));
}

function whyClosed(kind: AccessKeyKind, allowance: KeyAllowance): string | undefined {
  const { allowedKinds, keys, pairs, hasFactor, mfaRequiredFor } = allowance;
  if (!allowedKinds.includes(kind)) return text('keyForm.kindNotAllowed');
  if (kind === 'pair' && !pairs.isInPlan) return text('keyForm.kindNotInPlan');
  if (!hasFactor && (mfaRequiredFor === 'all' || (mfaRequiredFor === 'pair' && kind === 'pair'))) {
    return text('keyForm.noFactor');
  }
  if (kind === 'pair') return pairs.used >= pairs.max ? text('keyForm.pairLimit') : undefined;
  if (keys.max !== null && keys.used >= keys.max) return text('keyForm.keyLimit', { max: keys.max });
  return undefined;
}
