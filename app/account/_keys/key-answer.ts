import type { KeyValue } from '@/lib/access-keys/key-view';

/** A value in clear, on its way to the one place that shows it. */
export type ShownKey = {
  sid: string;
  name: string;
  value: KeyValue;
  /** The store cannot show it again. */
  isOnce: boolean;
  /** It has just been made or replaced (and not revealed). */
  isNew: boolean;
  hasSameName?: boolean;
};

/** What a button of a key is told. */
export type KeyAnswer =
  | { ok: true; said: string; shown?: ShownKey }
  /** The person must show once more who they are; then the same is asked again. */
  | { ok: false; reason: 'proof_needed' }
  | { ok: false; reason: 'refused'; problem: string };
