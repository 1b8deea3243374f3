import type { KeyRate } from './key-view';

/** What an owner may say about a key besides its kind. Null clears; what is left out stays, or is the kind's default. */
export type KeyFields = {
  /** 1-64 characters. */
  name?: string;
  /** Up to 200 characters; '' clears as null does. */
  note?: string | null;
  /** Up to 500 characters. */
  description?: string | null;
  /** In the future. Not for pairs, whose year is fixed. */
  expiresAt?: Date | null;
  /** IPv4 or IPv6 addresses and CIDR blocks, at most 50; empty = anywhere. */
  addresses?: readonly string[];
  headersOnly?: boolean;
  rate?: KeyRate | null;
  monthlyCap?: number | null;
  /** Standard keys only, 1-365. */
  rotateDays?: number | null;
};

export type KeyField = keyof KeyFields | 'access';

/** A field that cannot be taken as it is; never its value. */
export type KeyFault = {
  field: KeyField;
  problem:
    | 'missing'
    | 'too_long'
    | 'looks_like_a_key'
    | 'not_in_future'
    | 'not_an_address'
    | 'too_many'
    | 'out_of_range'
    | 'not_for_this_kind'
    | 'nothing_allowed';
};
