import type { SummaryError } from '../../_ui/error-summary';
import type { ShownKey } from './key-answer';

/** What the form of a key is told. What worked leads elsewhere, or brings the key that is shown once. */
export type KeyFormAnswer = {
  errors?: SummaryError[];
  /** What was typed, to be shown again. */
  values?: Record<string, string>;
  shown?: ShownKey;
  /** The person must show once more who they are; the proof that was too old is named, so that a new one ends this. */
  staleProof?: string;
};
