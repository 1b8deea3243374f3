import type { FactorAnswer } from '@/lib/customers/prove-factor';
import type { FormAnswer } from '../_people/form-answer';
import { formField } from '../_shell/form-field';
import { factorRefusal } from './factor-refusal';

/** The second factor in a form of `FactorChoice`. */
export function readFactorAnswer(form: FormData): FactorAnswer {
  const response = formField(form, 'response');
  if (response !== '') return { kind: 'passkey', response };
  const recovery = formField(form, 'recovery');
  return recovery === '' ? { kind: 'code', code: formField(form, 'code') } : { kind: 'recovery_code', code: recovery };
}

type Refused =
  | { reason: 'wrong_code' | 'passkey_refused' | 'wrong_password' | 'factor_needed' }
  | { reason: 'too_many_attempts'; retryAfterSeconds: number };

/** What that form is told when its factor was refused. */
export function refusedFactor(refused: Refused, kind: FactorAnswer['kind'] | 'password'): FormAnswer {
  if (refused.reason === 'wrong_password') return factorRefusal(refused, 'password');
  if (refused.reason !== 'wrong_code') return factorRefusal(refused);
  return kind === 'recovery_code'
    ? factorRefusal({ reason: 'wrong_recovery_code' }, 'recovery')
    : factorRefusal(refused, 'code');
}
