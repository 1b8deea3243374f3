import type { SummaryError } from '../../../_ui/error-summary';
import type { EnteredPolicy } from './entered-policy';

/** What pressing "Save policy" came to. */
export type PolicyAnswer =
  | { outcome: 'none' }
  /** The names of what was different, as the page calls them. */
  | { outcome: 'saved'; changed: string[] }
  | { outcome: 'refused'; entered: EnteredPolicy; shown: EnteredPolicy; errors: SummaryError[] };
