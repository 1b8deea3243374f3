import { z } from 'zod';
import { DOC_TABS, MESSAGE_PROFILES, TAX_RULES } from '../../../../../settings/setting-choices';
import { settingFields } from '../../../../../settings/setting-fields';
import {
  readStoreSettings,
  type SettingName,
  type StoreSettings,
  type StoreSettingsPatch,
  saveStoreSettings,
} from '../../../../../settings/store-settings';
import { type ManageReply, operation } from '../../operation';
import { refuseFields } from './fields';

/**
 * What the settings are called here. Those for developer keys are left to the policy of keys: whoever may change one of
 * the two need not be able to change the other.
 */
const NAMES = {
  store_name: 'storeName',
  support_address: 'supportAddress',
  mail_sender_name: 'mailSenderName',
  show_product_order_api_keys: 'showProductOrderApiKeys',
  show_master_api_key: 'showMasterApiKey',
  show_associated_keys: 'showAssociatedKeys',
  download_link_days: 'downloadLinkDays',
  dropbox_app_key: 'dropboxAppKey',
  message_profile: 'messageProfile',
  strict_reactivation: 'strictReactivation',
  stop_over_limit: 'stopOverLimit',
  public_version_info: 'publicVersionInfo',
  translate_software_add_on: 'translateSoftwareAddOn',
  send_api_resource_data: 'sendApiResourceData',
  doc_tabs: 'docTabs',
  trusted_sources: 'trustedSources',
  payment_grace_days: 'paymentGraceDays',
  suspend_on_dispute: 'suspendOnDispute',
  renewable_period_days: 'renewablePeriodDays',
  manual_renewal: 'manualRenewal',
  renewal_discount_percent: 'renewalDiscountPercent',
  renewal_offer_days: 'renewalOfferDays',
  request_log_days: 'requestLogDays',
  download_log_days: 'downloadLogDays',
  activation_rate_per_minute: 'activationRatePerMinute',
  activation_burst: 'activationBurst',
  date_format: 'dateFormat',
  tax_rule: 'taxRule',
  prices_include_tax: 'pricesIncludeTax',
  tax_code: 'taxCode',
  seller_name: 'sellerName',
  seller_address: 'sellerAddress',
  seller_vat_id: 'sellerVatId',
  invoice_note: 'invoiceNote',
  invoice_prefix: 'invoicePrefix',
  nightly_backups: 'nightlyBackups',
  backup_hour: 'backupHour',
  backups_kept: 'backupsKept',
  backup_files: 'backupFiles',
} as const satisfies Record<string, SettingName>;

type Names = typeof NAMES;
type Shape = { [Name in keyof Names]: z.ZodOptional<(typeof settingFields)[Names[Name]]> };

// Object.fromEntries forgets the names it was given.
const patchShape = Object.fromEntries(
  Object.entries(NAMES).map(([name, key]) => [name, settingFields[key].optional()]),
) as Shape;

const settingsSchema = z
  .object({
    store_name: z.string(),
    support_address: z.string(),
    mail_sender_name: z.string(),
    show_product_order_api_keys: z.boolean(),
    show_master_api_key: z.boolean(),
    show_associated_keys: z.boolean(),
    download_link_days: z.int(),
    dropbox_app_key: z.string(),
    message_profile: z.enum(MESSAGE_PROFILES),
    strict_reactivation: z.boolean(),
    stop_over_limit: z.boolean(),
    public_version_info: z.boolean(),
    translate_software_add_on: z.boolean(),
    send_api_resource_data: z.boolean(),
    doc_tabs: z.array(z.enum(DOC_TABS)),
    trusted_sources: z.array(z.string()),
    payment_grace_days: z.int(),
    suspend_on_dispute: z.boolean(),
    renewable_period_days: z.int(),
    manual_renewal: z.boolean(),
    renewal_discount_percent: z.int(),
    renewal_offer_days: z.int(),
    request_log_days: z.int(),
    download_log_days: z.int(),
    activation_rate_per_minute: z.int(),
    activation_burst: z.int(),
    date_format: z.string(),
    tax_rule: z.enum(TAX_RULES),
    prices_include_tax: z.boolean(),
    tax_code: z.string(),
    seller_name: z.string(),
    seller_address: z.string(),
    seller_vat_id: z.string(),
    invoice_note: z.string(),
    invoice_prefix: z.string(),
    nightly_backups: z.boolean(),
    backup_hour: z.int(),
    backups_kept: z.int(),
    backup_files: z.boolean(),
  } satisfies Record<keyof Names, z.ZodType>)
  .meta({ id: 'StoreSettings' });

function presentSettings(settings: StoreSettings): z.input<typeof settingsSchema> {
  const pairs = Object.entries(NAMES).map(([name, key]) => [name, settings[key]]);
  // The schema above has the same names, and the test of this operation compares every value.
  return Object.fromEntries(pairs) as z.input<typeof settingsSchema>;
}

async function tellSettings(): Promise<ManageReply<z.input<typeof settingsSchema>>> {
  return { ok: true, body: presentSettings(await readStoreSettings()) };
}

export const readSettingsOperation = operation({
  id: 'settings.read',
  area: 'settings',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/settings',
  summary: 'Read the settings of the store.',
  refusals: [],
  answerSchema: settingsSchema,
  handle: tellSettings,
});

export const editSettingsOperation = operation({
  id: 'settings.edit',
  area: 'settings',
  access: 'write',
  audience: 'admin',
  method: 'PATCH',
  path: '/admin/settings',
  summary: 'Change settings of the store; what is left out stays.',
  refusals: ['etag_mismatch'],
  bodySchema: z.object(patchShape).strict(),
  answerSchema: settingsSchema,
  handle: async ({ body, caller }) => {
    const given = Object.entries(NAMES).flatMap(([name, key]) => {
      // Names of NAMES are those of the body.
      const value = body[name as keyof Names];
      return value === undefined ? [] : [[key, value]];
    });
    // Each value was read by the schema of its own setting.
    const saved = await saveStoreSettings(Object.fromEntries(given) as StoreSettingsPatch, caller.actor);
    if (saved.ok) return tellSettings();
    if (saved.reason === 'both_keys_hidden') {
      return refuseFields([{ field: 'show_master_api_key', problem: 'would hide both kinds of licence key' }]);
    }
    const nameOf = (key: SettingName) => Object.entries(NAMES).find(([, one]) => one === key)?.[0] ?? 'body';
    return refuseFields(saved.settings.map((key) => ({ field: nameOf(key), problem: 'does not fit' })));
  },
});
