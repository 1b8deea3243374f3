import { z } from 'zod';
import {
  KEY_KINDS,
  LEAK_ACTIONS,
  MFA_RULES,
  REVEAL_RULES,
  SETTING_RANGES,
  type SettingRange,
} from '../../../../../settings/setting-choices';
import { readStoreSettings, type StoreSettings, saveStoreSettings } from '../../../../../settings/store-settings';
import { operation } from '../../operation';
import { fault, words } from '../shop-fields';

const within = ({ from, to }: SettingRange) => z.number().int().min(from).max(to);

const policyShape = z
  .object({
    allowed_kinds: z.array(z.enum(KEY_KINDS)).min(1).describe('Kinds of key that owners may make.'),
    reveal: z.enum(REVEAL_RULES).describe('When the value of a standard key is shown again.'),
    default_key: z.boolean().describe('Every account has a key made by the system.'),
    max_lifetime_days: within(SETTING_RANGES.keyMaxLifetimeDays).describe('0 = no cap.'),
    mfa_required_for: z.enum(MFA_RULES).describe('Kinds that work only while their owner has a second factor.'),
    query_keys: z.boolean().describe('Keys are taken in the query string of GET and HEAD.'),
    rotation_reminder_days: within(SETTING_RANGES.keyRotationDays).describe('0 = never.'),
    leak_action: z.enum(LEAK_ACTIONS),
    billing_zone: words(60).describe('The IANA time zone whose months are counted.'),
    calls_per_minute_per_key: within(SETTING_RANGES.keyCallsPerMinute),
    calls_per_minute_per_address: within(SETTING_RANGES.addressCallsPerMinute),
  })
  .meta({ id: 'ApiKeyPolicy' });

function presentPolicy(settings: StoreSettings): z.input<typeof policyShape> {
  return {
    allowed_kinds: [...settings.developerKeyKinds],
    reveal: settings.keyReveal,
    default_key: settings.defaultKey,
    max_lifetime_days: settings.keyMaxLifetimeDays,
    mfa_required_for: settings.mfaRequiredFor,
    query_keys: settings.keysInQuery,
    rotation_reminder_days: settings.keyRotationDays,
    leak_action: settings.keyLeakAction,
    billing_zone: settings.billingZone,
    calls_per_minute_per_key: settings.keyCallsPerMinute,
    calls_per_minute_per_address: settings.addressCallsPerMinute,
  };
}

/** `GET /admin/api-key-policy`. */
export const readPolicy = operation({
  id: 'settings.read_key_policy',
  area: 'settings',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/api-key-policy',
  summary: 'Read the rules for developer keys.',
  refusals: [],
  answerSchema: policyShape,
  handle: async () => ({ ok: true, body: presentPolicy(await readStoreSettings()) }),
});

/** `PUT /admin/api-key-policy`. */
export const writePolicy = operation({
  id: 'settings.write_key_policy',
  area: 'settings',
  access: 'write',
  audience: 'admin',
  method: 'PUT',
  path: '/admin/api-key-policy',
  summary: 'Replace the rules for developer keys.',
  description: 'They hold from the next call. Send them whole; If-Match keeps two changes apart.',
  refusals: ['etag_mismatch'],
  bodySchema: policyShape,
  answerSchema: policyShape,
  handle: async ({ caller, body }) => {
    const saved = await saveStoreSettings(
      {
        developerKeyKinds: body.allowed_kinds,
        keyReveal: body.reveal,
        defaultKey: body.default_key,
        keyMaxLifetimeDays: body.max_lifetime_days,
        mfaRequiredFor: body.mfa_required_for,
        keysInQuery: body.query_keys,
        keyRotationDays: body.rotation_reminder_days,
        keyLeakAction: body.leak_action,
        billingZone: body.billing_zone,
        keyCallsPerMinute: body.calls_per_minute_per_key,
        addressCallsPerMinute: body.calls_per_minute_per_address,
      },
      caller.actor,
    );
    // Every other member was checked by the schema, and no key is shown or hidden by these.
    if (!saved.ok) return fault('billing_zone', 'is no time zone of the IANA list');
    return { ok: true, body: presentPolicy(await readStoreSettings()) };
  },
});
