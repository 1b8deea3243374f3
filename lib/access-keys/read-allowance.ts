import type { AccessKeyKind } from './caller';

/** What an owner has and may still have. Null = unlimited. */
export type KeyAllowance = {
  plan: { id: string; name: string; monthlyCalls: number | null; callsPerMinute: number };
  /** Standard and secret keys, not removed, revoked or leaked. */
  keys: { used: number; max: number | null };
  pairs: { used: number; max: number; isInPlan: boolean };
  hasFactor: boolean;
  /** Of the store's setting. */
  allowedKinds: AccessKeyKind[];
  /** Kinds whose making and use asks for a second factor. */
  mfaRequiredFor: 'pair' | 'all' | 'none';
  /** 0 = no cap on lifetimes. */
  maxLifetimeDays: number;
  reveal: 'always' | 'step_up' | 'never';
  isDefaultKeyMade: boolean;
  areQueryKeysAllowed: boolean;
};

/** What the pages need to offer or explain (S2, S3, S4, S9); undefined for no such account. */
export async function readAllowance(customerId: string): Promise<KeyAllowance | undefined> {
  throw new Error(`Not built yet: ${customerId}`);
}
