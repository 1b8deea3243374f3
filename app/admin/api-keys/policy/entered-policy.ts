import { KEY_KINDS, type SETTING_RANGES } from '@/lib/settings/setting-choices';
import type { SettingName, StoreSettings, StoreSettingsPatch } from '@/lib/settings/store-settings';
import { formField } from '../../../_shell/form-field';

export const POLICY_SWITCHES = ['defaultKey', 'keysInQuery'] as const satisfies SettingName[];
export const POLICY_NUMBERS = [
  'keyMaxLifetimeDays',
  'keyRotationDays',
  'keyCallsPerMinute',
  'addressCallsPerMinute',
] as const satisfies (keyof typeof SETTING_RANGES)[];
export const POLICY_CHOICES = ['keyReveal', 'mfaRequiredFor', 'keyLeakAction'] as const satisfies SettingName[];

export type PolicySwitch = (typeof POLICY_SWITCHES)[number];
export type PolicyNumber = (typeof POLICY_NUMBERS)[number];
export type PolicyChoice = (typeof POLICY_CHOICES)[number];
export type PolicyName = PolicySwitch | PolicyNumber | PolicyChoice | 'developerKeyKinds' | 'billingZone';

/** What stands in the fields of the page: as typed, right or wrong. */
export type EnteredPolicy = Record<PolicySwitch, boolean> &
  Record<PolicyNumber | PolicyChoice | 'billingZone', string> & { developerKeyKinds: string[] };

/** The policy in force as the fields show it. */
export function policyOf(settings: StoreSettings): EnteredPolicy {
  return {
    ...byName(POLICY_SWITCHES, (name) => settings[name]),
    ...byName(POLICY_NUMBERS, (name) => String(settings[name])),
    ...byName(POLICY_CHOICES, (name): string => settings[name]),
    billingZone: settings.billingZone,
    developerKeyKinds: settings.developerKeyKinds,
  };
}

/** What a form brought. Under the prefix `shown.` it also brings what it showed before anything was changed. */
export function readPolicy(form: FormData, prefix: '' | 'shown.' = ''): EnteredPolicy {
  const field = (name: string) => formField(form, prefix + name).trim();
  return {
    ...byName(POLICY_SWITCHES, (name) => field(name) === 'on'),
    ...byName(POLICY_NUMBERS, field),
    ...byName(POLICY_CHOICES, field),
    billingZone: field('billingZone'),
    developerKeyKinds: KEY_KINDS.filter((kind) => field(`kinds.${kind}`) === 'on'),
  };
}

/** What this admin changed: a field left alone must not undo what another admin saved in the meantime. */
export function changedPolicy(entered: EnteredPolicy, shown: EnteredPolicy): StoreSettingsPatch {
  const changed = policyNames(entered).filter((name) => String(entered[name]) !== String(shown[name]));
  const values = changed.map((name) => [name, typedValue(name, entered)]);
  // saveStoreSettings refuses every value that is not of its setting's type.
  return Object.fromEntries(values) as StoreSettingsPatch;
}

function policyNames(entered: EnteredPolicy): PolicyName[] {
  return Object.keys(entered) as PolicyName[]; // the record was made above, with exactly these names
}

function typedValue(name: PolicyName, entered: EnteredPolicy): unknown {
  const isNumber = POLICY_NUMBERS.some((one) => one === name);
  if (!isNumber) return entered[name];
  const typed = String(entered[name]);
  return /^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN;
}

function byName<Name extends string, Value>(names: readonly Name[], find: (name: Name) => Value) {
  // Object.fromEntries forgets the names it was given.
  return Object.fromEntries(names.map((name) => [name, find(name)])) as Record<Name, Value>;
}
