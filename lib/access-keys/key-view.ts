import type { AccessKeyKind, KeyAccess } from './caller';

/** A key's state as people are told it: expired is computed, so a later end heals it. */
export type KeyState = 'active' | 'disabled' | 'expired' | 'revoked';

export const RATE_WINDOWS = ['second', 'minute', 'hour', 'day'] as const;
export type KeyRate = { calls: number; window: (typeof RATE_WINDOWS)[number] };

/** A developer key as its owner sees it. Nothing here opens anything. */
export type DeveloperKey = {
  id: string;
  sid: string;
  kind: AccessKeyKind;
  isDefault: boolean;
  name: string;
  /** The short remark in the list. */
  note: string | null;
  /** The long text of its own page. */
  description: string | null;
  /** Type prefix and the first six characters; of a pair its whole access key id. */
  prefix: string;
  state: KeyState;
  /** Why an active key is refused all the same; never stored, so it heals by itself. */
  blocked: 'mfa_off' | 'pairs_not_in_plan' | null;
  expiresAt: Date | null;
  createdAt: Date;
  createdBy: 'you' | 'system' | 'administrator';
  access: KeyAccess;
  /** CIDR blocks or addresses it may be used from; empty = anywhere. */
  addresses: string[];
  headersOnly: boolean;
  /** Null = the store's setting. */
  rate: KeyRate | null;
  /** Calls a month that this key may spend; null = no cap of its own. */
  monthlyCap: number | null;
  /** How many secrets it has had, and since when it has this one. */
  generation: number;
  secretMadeAt: Date;
  /** A replaced value still opens it until then; null = only the present one does. */
  overlapEndsAt: Date | null;
  /** Standard keys: days after which it gets a new secret by itself; null = never. */
  rotateDays: number | null;
  lastUsedAt: Date | null;
  lastUsedFrom: string | null;
  /** When it was last seen in an address, or sent without encryption. */
  seenInUrlAt: Date | null;
  sentInClearAt: Date | null;
  /** When it was reported as leaked; it is disabled then and only a new secret opens it again. */
  leakedAt: Date | null;
  /** Neither used nor made anew within 90 days. */
  isUnused: boolean;
  /** Its secret is older than the store's reminder age. */
  isRotationDue: boolean;
  /** Whether its value can be read again at all: a standard key, and the store's setting is not "never". */
  isRevealable: boolean;
  /** Calls in the present month of the store's billing zone; informative. */
  callsThisMonth: number;
  rejectedThisMonth: number;
  /** Calls of the last 30 days (UTC), oldest first; the last one is today. */
  days: number[];
};

/** A value in clear. It exists in the one answer that makes or reveals it. */
export type KeyValue =
  | { kind: 'standard' | 'secret'; key: string }
  | { kind: 'pair'; accessKeyId: string; accessSecret: string };

/** No key of that owner has this sid; a stranger's is not told apart. */
export type KeyNotFound = 'key_not_found';
