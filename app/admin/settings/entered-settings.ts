import { DOC_TABS, type SETTING_RANGES } from '@/lib/settings/setting-choices';
import type { SettingName, StoreSettings, StoreSettingsPatch } from '@/lib/settings/store-settings';
import { formField } from '../../_shell/form-field';

const SWITCHES = [
  'showProductOrderApiKeys',
  'showMasterApiKey',
  'showAssociatedKeys',
  'strictReactivation',
  'stopOverLimit',
  'publicVersionInfo',
  'translateSoftwareAddOn',
  'sendApiResourceData',
  'suspendOnDispute',
  'manualRenewal',
] as const satisfies SettingName[];

export const NUMBERS = [
  'paymentGraceDays',
  'renewalDiscountPercent',
  'renewalOfferDays',
  'renewablePeriodDays',
  'downloadLinkDays',
  'activationRatePerMinute',
  'activationBurst',
  'requestLogDays',
  'downloadLogDays',
] as const satisfies (keyof typeof SETTING_RANGES)[];

/** Texts of one line. */
export const LINES = ['storeName', 'supportAddress', 'dateFormat', 'mailSenderName'] as const satisfies SettingName[];

export type LineSetting = (typeof LINES)[number];

export type NumberSetting = (typeof NUMBERS)[number];

/** What stands in the fields of the page: as typed, right or wrong. */
export type EnteredSettings = Record<(typeof SWITCHES)[number], boolean> &
  Record<NumberSetting | LineSetting, string> & {
    messageProfile: string;
    docTabs: string[];
    trustedSources: string;
    dropboxAppKey: string;
  };

/** The settings in force as the fields show them. */
export function enteredOf(settings: StoreSettings): EnteredSettings {
  const { messageProfile, docTabs, trustedSources, dropboxAppKey } = settings;
  return {
    ...byName(SWITCHES, (name) => settings[name]),
    ...byName(NUMBERS, (name) => String(settings[name])),
    ...byName(LINES, (name) => settings[name]),
    messageProfile,
    docTabs,
    trustedSources: trustedSources.join('\n'),
    dropboxAppKey,
  };
}

/** What a form brought. Under the prefix `shown.` it also brings what it showed before anything was typed. */
export function readEntered(form: unknown, prefix: '' | 'shown.' = ''): EnteredSettings {
  const field = (name: string) => formField(form, prefix + name);
  return {
    ...byName(SWITCHES, (name) => field(name) === 'on'),
    ...byName(NUMBERS, (name) => field(name).trim()),
    ...byName(LINES, (name) => field(name).trim()),
    messageProfile: field('messageProfile'),
    docTabs: DOC_TABS.filter((tab) => field(`docTabs.${tab}`) === 'on'),
    trustedSources: field('trustedSources'),
    dropboxAppKey: field('dropboxAppKey').trim(),
  };
}

/**
 * What this admin changed, for saveStoreSettings to judge. Only that: a field left alone must not undo what another admin
 * saved in the meantime.
 */
export function changedSettings(entered: EnteredSettings, shown: EnteredSettings): StoreSettingsPatch {
  const [wanted, before] = [valuesOf(entered), valuesOf(shown)];
  const changed = Object.entries(wanted).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
  );
  // saveStoreSettings refuses every value that is not of its setting's type.
  return Object.fromEntries(changed) as StoreSettingsPatch;
}

/** The addresses of the list, in the order written. */
export function addressesIn(entered: EnteredSettings): string[] {
  return entered.trustedSources.split(/[\s,;]+/).filter(Boolean);
}

function valuesOf(entered: EnteredSettings): Record<string, unknown> {
  const numberOf = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : Number.NaN);
  return {
    ...byName(SWITCHES, (name) => entered[name]),
    ...byName(NUMBERS, (name) => numberOf(entered[name])),
    ...byName(LINES, (name) => entered[name]),
    messageProfile: entered.messageProfile,
    docTabs: entered.docTabs,
    trustedSources: addressesIn(entered),
    dropboxAppKey: entered.dropboxAppKey,
  };
}

function byName<Name extends string, Value>(names: readonly Name[], find: (name: Name) => Value) {
  // Object.fromEntries forgets the names it was given.
  return Object.fromEntries(names.map((name) => [name, find(name)])) as Record<Name, Value>;
}
