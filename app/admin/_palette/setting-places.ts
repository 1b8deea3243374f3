import { LEGAL_PAGES, type LegalPage } from '@/lib/settings/setting-choices';
import { admin } from '../../_texts/en/admin';
import { backups } from '../../_texts/en/backups';
import { dropbox } from '../../_texts/en/dropbox';
import { invoices } from '../../_texts/en/invoices';
import { keyAdmin } from '../../_texts/en/key-admin';
import { legal } from '../../_texts/en/legal';
import { palette } from '../../_texts/en/palette';
import { settings } from '../../_texts/en/settings';
import type { PaletteItem } from './palette-item';

const SWITCHES = ['showProductOrderApiKeys', 'showMasterApiKey'] as const;
const FIELDS = {
  keys: ['showAssociatedKeys'],
  store: ['storeName', 'supportAddress', 'dateFormat'],
  client: [
    'messageProfile',
    'strictReactivation',
    'stopOverLimit',
    'publicVersionInfo',
    'translateSoftwareAddOn',
    'sendApiResourceData',
    'docTabs',
    'trustedSources',
  ],
  downloads: ['downloadLinkDays'],
  renewals: ['manualRenewal', 'renewalDiscountPercent', 'renewalOfferDays', 'renewablePeriodDays'],
  time: ['suspendOnDispute', 'paymentGraceDays', 'activationRatePerMinute', 'activationBurst'],
  log: ['requestLogDays', 'downloadLogDays'],
} as const;

const KEY_POLICY = [
  'defaultKey',
  'keyReveal',
  'mfaRequiredFor',
  'keyMaxLifetimeDays',
  'keyRotationDays',
  'keysInQuery',
  'keyCallsPerMinute',
  'addressCallsPerMinute',
  'keyLeakAction',
  'billingZone',
] as const;

const BACKUPS = ['nightlyBackups', 'backupHour', 'backupsKept', 'backupFiles'] as const;

const INVOICES = [
  'taxRule',
  'pricesIncludeTax',
  'taxCode',
  'sellerName',
  'sellerAddress',
  'sellerVatId',
  'invoicePrefix',
  'invoiceNote',
] as const;

type Group = keyof typeof FIELDS | 'dropbox' | 'mail' | 'payments';

/** Every setting by its name, with its group, at its place in the page. */
export const settingPlaces: readonly PaletteItem[] = [
  ...SWITCHES.map((name) => place(name, admin[name], 'keys')),
  ...FIELDS.keys.map((name) => place(name, settings[name], 'keys')),
  ...FIELDS.store.map((name) => place(name, settings[name], 'store')),
  ...FIELDS.client.map((name) => place(name === 'docTabs' ? 'client' : name, settings[name], 'client')),
  ...FIELDS.downloads.map((name) => place(name, settings[name], 'downloads')),
  place('dropboxAppKey', dropbox.dropboxAppKey, 'dropbox'),
  place('mailSenderName', settings.mailSenderName, 'mail'),
  place('mail', settings.testMail, 'mail'),
  place('mail', settings.mailServer, 'mail'),
  place('payments', settings.connectStripe, 'payments'),
  place('payments', settings.testPayments, 'payments'),
  ...FIELDS.renewals.map((name) => place(name, settings[name], 'renewals')),
  ...FIELDS.time.map((name) => place(name, settings[name], 'time')),
  ...FIELDS.log.map((name) => place(name, settings[name], 'log')),
  policyPlace('developerKeyKinds', keyAdmin.kindsTitle),
  ...KEY_POLICY.map((name) => policyPlace(name, keyAdmin[name])),
  ...INVOICES.map((name) => invoicePlace(name, invoices[name])),
  ...BACKUPS.map((name) => backupPlace(name, backups[name])),
  ...LEGAL_PAGES.map((page) => legalPlace(page)),
  { group: 'settings', href: '/admin/settings/storage', label: palette.storage, about: settings['group.downloads'] },
];

function place(id: string, label: string, group: Group): PaletteItem {
  return { group: 'settings', href: `/admin/settings#${id}`, label, about: settings[`group.${group}`] };
}

function policyPlace(id: string, label: string): PaletteItem {
  return { group: 'settings', href: `/admin/api-keys/policy#${id}`, label, about: keyAdmin.title };
}

function invoicePlace(id: string, label: string): PaletteItem {
  return { group: 'settings', href: `/admin/settings/invoices#${id}`, label, about: invoices.settingsTitle };
}

function backupPlace(id: string, label: string): PaletteItem {
  return { group: 'settings', href: `/admin/system/backups#${id}`, label, about: backups.title };
}

function legalPlace(page: LegalPage): PaletteItem {
  return {
    group: 'settings',
    href: `/admin/settings/legal#${page}`,
    label: legal[`title.${page}`],
    about: legal.adminTitle,
  };
}
