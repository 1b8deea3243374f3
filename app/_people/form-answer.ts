import type { SummaryError } from '../_ui/error-summary';

/** What a form is told after it was sent: errors to mend, or a notice that it worked. */
export type FormAnswer = {
  errors?: SummaryError[];
  notice?: string;
  /** What was typed, to be shown again. Never a password. */
  values?: Record<string, string>;
};
