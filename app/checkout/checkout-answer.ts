import type { SummaryError } from '../_ui/error-summary';

/** What the checkout form is told after a press of Pay that did not lead to the payment page. */
export type CheckoutAnswer = {
  errors: SummaryError[];
  /** What was typed, so that nothing has to be typed twice. Never the password. */
  values: CheckoutValues;
  /** A fresh token when the old one is used up. */
  formToken?: string;
};

export type CheckoutValues = { email: string; name: string; company: string; vatId: string };

export const NO_VALUES: CheckoutValues = { email: '', name: '', company: '', vatId: '' };
