import { z } from 'zod';
import type { KeyAccess } from '../../../../../access-keys/caller';
import { type DeveloperKey, type KeyValue, RATE_WINDOWS } from '../../../../../access-keys/key-view';
import { isoOf, maybeTold, told, words } from '../shop-fields';

const MOST_OPERATIONS = 300;
const LARGEST_COUNT = 2_147_483_647;

export const KINDS = ['standard', 'secret', 'pair'] as const;
export const STATES = ['active', 'disabled', 'expired', 'revoked'] as const;

/** The path of one key. */
export const keyPath = z.object({ sid: words(60) });

/** What a key may do, as it is asked for and told. */
export const accessShape = z
  .discriminatedUnion('mode', [
    z.object({ mode: z.literal('full') }),
    z.object({ mode: z.literal('restricted'), operations: z.array(words(80)).min(1).max(MOST_OPERATIONS) }),
  ])
  .meta({ id: 'KeyAccess', description: 'Every operation of the owner, or only those named by their ids.' });

export const rateShape = z
  .object({ calls: z.number().int().min(1).max(LARGEST_COUNT), window: z.enum(RATE_WINDOWS) })
  .meta({ id: 'KeyRate', description: 'So many calls in each second, minute, hour or day.' });

/** What an owner may say about a key. Null clears; what is left out stays. */
export const keyFields = {
  name: words(64).min(1),
  note: words(200).nullable().describe('The short remark in the list.'),
  description: words(500).nullable(),
  expires_at: z.iso.datetime({ offset: true }).nullable().describe('In the future; a pair’s year is fixed.'),
  addresses: z.array(words(64)).max(50).describe('IPv4 or IPv6 addresses and CIDR blocks; empty = anywhere.'),
  headers_only: z.boolean().describe('Refused in the query string.'),
  rate: rateShape.nullable().describe('Null = the store’s own.'),
  monthly_cap: z.number().int().min(1).max(LARGEST_COUNT).nullable(),
  rotate_days: z.number().int().min(1).max(365).nullable().describe('A standard key gets a new secret so often.'),
};

export const keyShape = z
  .object({
    id: z.uuid(),
    sid: z.string(),
    kind: z.enum(KINDS),
    is_default: z.boolean(),
    name: z.string(),
    note: z.string().nullable(),
    description: z.string().nullable(),
    prefix: z.string().describe('The beginning of the key; of a pair its whole access key id.'),
    state: z.enum(STATES),
    blocked: z.enum(['mfa_off', 'pairs_not_in_plan']).nullable().describe('Why an active key is refused for now.'),
    expires_at: maybeTold,
    created_at: told,
    created_by: z.enum(['you', 'system', 'administrator']),
    access: accessShape,
    addresses: z.array(z.string()),
    headers_only: z.boolean(),
    rate: rateShape.nullable(),
    monthly_cap: z.int().nullable(),
    generation: z.int().describe('How many values it has had.'),
    secret_made_at: told,
    overlap_ends_at: maybeTold.describe('The value before it works until then.'),
    rotate_days: z.int().nullable(),
    last_used_at: maybeTold,
    last_used_from: z.string().nullable(),
    seen_in_url_at: maybeTold,
    sent_in_clear_at: maybeTold,
    leaked_at: maybeTold,
    is_unused: z.boolean().describe('Not used for 90 days.'),
    is_rotation_due: z.boolean(),
    calls_this_month: z.int(),
    rejected_this_month: z.int(),
  })
  .meta({ id: 'ApiKey', description: 'A developer key. Nothing in it opens anything.' });

/** A key as the API tells it. */
export function presentKey(key: DeveloperKey): z.input<typeof keyShape> {
  return {
    id: key.id,
    sid: key.sid,
    kind: key.kind,
    is_default: key.isDefault,
    name: key.name,
    note: key.note,
    description: key.description,
    prefix: key.prefix,
    state: key.state,
    blocked: key.blocked,
    expires_at: isoOf(key.expiresAt),
    created_at: isoOf(key.createdAt),
    created_by: key.createdBy,
    access: presentAccess(key.access),
    addresses: key.addresses,
    headers_only: key.headersOnly,
    rate: key.rate,
    monthly_cap: key.monthlyCap,
    generation: key.generation,
    secret_made_at: isoOf(key.secretMadeAt),
    overlap_ends_at: isoOf(key.overlapEndsAt),
    rotate_days: key.rotateDays,
    last_used_at: isoOf(key.lastUsedAt),
    last_used_from: key.lastUsedFrom,
    seen_in_url_at: isoOf(key.seenInUrlAt),
    sent_in_clear_at: isoOf(key.sentInClearAt),
    leaked_at: isoOf(key.leakedAt),
    is_unused: key.isUnused,
    is_rotation_due: key.isRotationDue,
    calls_this_month: key.callsThisMonth,
    rejected_this_month: key.rejectedThisMonth,
  };
}

/** What a key may do, as the API tells it. */
export function presentAccess(access: KeyAccess): z.input<typeof accessShape> {
  return access.mode === 'full' ? { mode: 'full' } : { mode: 'restricted', operations: [...access.operations] };
}

/** A value in clear: only in the answer that makes it. */
export const valueShape = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.enum(['standard', 'secret']), key: z.string() }),
    z.object({ kind: z.literal('pair'), access_key_id: z.string(), access_secret: z.string() }),
  ])
  .meta({ id: 'KeyValue', description: 'What opens the API. It is told once, in this answer.' });

export function presentValue(value: KeyValue): z.input<typeof valueShape> {
  if (value.kind !== 'pair') return { kind: value.kind, key: value.key };
  return { kind: 'pair', access_key_id: value.accessKeyId, access_secret: value.accessSecret };
}
