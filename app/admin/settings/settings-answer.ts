import type { SummaryError } from '../../_ui/error-summary';
import type { EnteredSettings } from './entered-settings';

/** What saving came to. A refusal brings back what was typed and what had been shown before. */
export type SettingsAnswer =
  | { outcome: 'none' }
  /** The names of the settings as the page shows them. */
  | { outcome: 'saved'; changed: string[] }
  | { outcome: 'refused'; entered: EnteredSettings; shown: EnteredSettings; errors: SummaryError[] };
