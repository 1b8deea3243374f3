import type { SummaryError } from '../../../_ui/error-summary';

/** What the form is told: the codes, this once, or why there are none. */
export type CodesAnswer = { codes?: string[]; errors?: SummaryError[] };
