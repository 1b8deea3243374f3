import type { Actor } from '../audit/record-audit';

/** Kinds of developer key (api-keys.md section 2); a token stands for the pair it was had for. */
export type AccessKeyKind = 'standard' | 'secret' | 'pair';

/** What a key may do: every operation of its owner, or only those named. */
export type KeyAccess = { mode: 'full' } | { mode: 'restricted'; operations: readonly string[] };

/** How much a caller may ask for; null = no limit of that kind. */
export type CallerLimits = {
  /** Of the key itself, within so many seconds. */
  keyCalls: number;
  keySeconds: number;
  /** Of all keys of the owner together. */
  ownerCallsPerMinute: number;
  /** Of the key in a month, and of the owner's plan. */
  monthlyCap: number | null;
  monthlyQuota: number | null;
};

/** Who stands behind an admitted call of the management API: a key, its owner, and how the audit names both. */
export type Caller = {
  keyId: string;
  sid: string;
  kind: AccessKeyKind;
  /** True when a fifteen-minute token was shown instead of the pair itself. */
  isToken: boolean;
  access: KeyAccess;
  customerId: string;
  customerNumber: number;
  email: string;
  role: 'customer' | 'admin';
  /** Whether the owner has a second factor now. */
  hasFactor: boolean;
  limits: CallerLimits;
  /** For `recordAudit`: kind customer or admin, via `key:SID`, with the address. */
  actor: Actor;
};
