import type { EnteredProfile } from '@/lib/customers/profile';
import type { SummaryError } from '../../_ui/error-summary';

export type ProfileAnswer =
  | { outcome: 'none' | 'saved' }
  /** `values`: what was typed, to be shown again. */
  | { outcome: 'refused'; errors: SummaryError[]; values: EnteredProfile };
