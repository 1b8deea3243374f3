import type { ReactNode } from 'react';
import type { AccessKeyKind, KeyAccess } from '@/lib/access-keys/caller';
import type { AccessChoice } from './access-choice';
import type { KeyFormAnswer } from './key-form-answer';
import type { KindChoice } from './key-form-parts';

/** What the form of a key starts from. */
export type KeyFormProps = {
  action: (previous: KeyFormAnswer, form: FormData) => Promise<KeyFormAnswer>;
  /** The key to edit; left out, one is made. */
  sid?: string;
  kind: AccessKeyKind;
  kinds: KindChoice[];
  values: Record<string, string>;
  headersOnly: boolean;
  isHeadersOnlyStore: boolean;
  /** 0 = no limit of the store. */
  maxDays: number;
  /** YYYY-MM-DD in UTC, as the server has it. */
  today: string;
  areas: AccessChoice[];
  access: KeyAccess;
  cancelHref: string;
  /** As `KeyDesk` takes them. */
  proof: ReactNode;
  provenAt: string;
};
