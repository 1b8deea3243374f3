import type { SettingName, StoreSettings, StoreSettingsPatch } from '@/lib/settings/store-settings';
import { formField } from '../../../_shell/form-field';

const TEXTS = [
  'taxRule',
  'taxCode',
  'sellerName',
  'sellerAddress',
  'sellerVatId',
  'invoicePrefix',
  'invoiceNote',
] as const satisfies SettingName[];

export type InvoiceSetting = (typeof TEXTS)[number];

/** What stands in the fields: as typed, right or wrong. */
export type EnteredInvoices = Record<InvoiceSetting, string> & { pricesIncludeTax: boolean };

/** The settings in force as the fields show them. */
export function enteredInvoicesOf(settings: StoreSettings): EnteredInvoices {
  return { ...byName((name) => settings[name]), pricesIncludeTax: settings.pricesIncludeTax };
}

/** What a form brought. Under the prefix `shown.` it also brings what it showed before anything was typed. */
export function readEnteredInvoices(form: unknown, prefix: '' | 'shown.' = ''): EnteredInvoices {
  // PostgreSQL text cannot hold NUL, and browsers send line ends of their own.
  const field = (name: string) =>
    formField(form, prefix + name)
      .replaceAll('\0', '')
      .replaceAll('\r\n', '\n');
  return { ...byName((name) => field(name).trim()), pricesIncludeTax: field('pricesIncludeTax') === 'on' };
}

/** Only what this admin changed: a field left alone must not undo what another admin saved in the meantime. */
export function changedInvoices(entered: EnteredInvoices, shown: EnteredInvoices): StoreSettingsPatch {
  const changed = Object.entries(entered).filter(([name, value]) => {
    const before: Record<string, unknown> = shown;
    return value !== before[name];
  });
  // saveStoreSettings refuses every value that is not of its setting's type.
  return Object.fromEntries(changed) as StoreSettingsPatch;
}

function byName(find: (name: InvoiceSetting) => string): Record<InvoiceSetting, string> {
  // Object.fromEntries forgets the names it was given.
  return Object.fromEntries(TEXTS.map((name) => [name, find(name)])) as Record<InvoiceSetting, string>;
}
