import { readEmailAddress } from '@/lib/customers/email-address';
import { type PasswordRefusal, passwordProblem } from '@/lib/customers/password';
import { readVatId } from '@/lib/vat-id';
import { formField } from '../_shell/form-field';
import { text } from '../_texts/text';
import type { SummaryError } from '../_ui/error-summary';
import type { CheckoutValues } from './checkout-answer';

const MAX_NAME = 120;

/** Reads the typed values as they are, cut to what a field may hold. */
export function readValues(form: FormData): CheckoutValues {
  return {
    email: typed(form, 'email'),
    name: typed(form, 'name'),
    company: typed(form, 'company'),
    vatId: typed(form, 'vatId').toUpperCase(),
  };
}

/** What is wrong with them. A guest needs an address and a password for the new account; a customer has both. */
export function checkValues(values: CheckoutValues, guest?: { password: string }): SummaryError[] {
  const errors: SummaryError[] = [];
  if (guest && !readEmailAddress(values.email).ok)
    errors.push({ fieldId: 'email', message: text('checkout.error.email') });
  if (values.name.length > MAX_NAME) {
    errors.push({ fieldId: 'name', message: text('checkout.error.name', { count: MAX_NAME }) });
  }
  const problem = guest ? passwordProblem(guest.password) : undefined;
  if (problem) errors.push({ fieldId: 'password', message: text(passwordTexts[problem]) });
  if (values.company.length > MAX_NAME) {
    errors.push({ fieldId: 'company', message: text('checkout.error.company', { count: MAX_NAME }) });
  }
  if (values.vatId && readVatId(values.vatId) === undefined) {
    errors.push({ fieldId: 'vatId', message: text('checkout.error.vatId') });
  }
  return errors;
}

const passwordTexts = {
  password_too_short: 'checkout.error.passwordShort',
  password_too_long: 'checkout.error.passwordLong',
  password_too_common: 'checkout.error.passwordCommon',
} as const satisfies Record<PasswordRefusal, string>;

function typed(form: FormData, name: string): string {
  // PostgreSQL text cannot hold NUL; what cannot be typed is left out instead of failing the page.
  return formField(form, name).replaceAll('\0', '').trim().slice(0, 500);
}
