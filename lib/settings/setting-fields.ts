import { z } from 'zod';
import { readVatId } from '../vat-id';
import { plainAddress } from './plain-address';
import {
  DOC_TABS,
  KEY_KINDS,
  LEAK_ACTIONS,
  LONGEST_LINES,
  MESSAGE_PROFILES,
  MFA_RULES,
  MOST_ADDRESSES,
  REVEAL_RULES,
  SETTING_RANGES,
  type SettingRange,
  TAX_RULES,
} from './setting-choices';
import { readSupportAddress } from './support-address';

/** A whole number within its range. */
const within = ({ from, to }: SettingRange) => z.number().int().min(from).max(to);

/** Text on one line, without blanks at its ends. PostgreSQL cannot hold a NUL, and a mail's header no line end. */
const line = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .regex(/^[^\p{Cc}]*$/u);

/** Addresses clients may call from, each once and written as sockets report it: a call is compared by its text. */
const addresses = z
  .array(z.string().transform((text, context) => plainAddress(text) ?? refuse(context, 'not an IP address')))
  .max(MOST_ADDRESSES)
  .transform((list) => [...new Set(list)]);

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

/** Empty stays empty; undefined is not a VAT id. */
function readOptionalVatId(text: string): string | undefined {
  return text.trim() === '' ? '' : readVatId(text);
}

/** Every store setting with what it accepts. Parsing what was parsed before changes nothing. */
export const settingFields = {
  storeName: line(LONGEST_LINES.storeName).min(1),
  /** Where buyers get help: an e-mail address or a page on https; empty: nothing is said of it. */
  supportAddress: z
    .string()
    .transform((text, context) => readSupportAddress(text) ?? refuse(context, 'neither an e-mail address nor a page')),
  /** Before the address that mails come from. Empty: the name in MAIL_FROM, or the store's. */
  mailSenderName: line(LONGEST_LINES.mailSenderName),
  /** One row an order item with its key; off: rows of a product merged, and these keys never leave the server. */
  showProductOrderApiKeys: z.boolean(),
  showMasterApiKey: z.boolean(),
  /** My Account also shows the associated keys a purchase handed out. */
  showAssociatedKeys: z.boolean(),
  /** How long a download link lives after its page was loaded. */
  downloadLinkDays: within(SETTING_RANGES.downloadLinkDays),
  /** The store's app at Dropbox; empty: nothing of Dropbox is offered or loaded. */
  dropboxAppKey: z
    .string()
    .trim()
    .regex(/^([a-z0-9]{10,40})?$/),
  /** Whose wording client software gets: that of the server generation it was written against. */
  messageProfile: z.enum(MESSAGE_PROFILES),
  /** On: activating the same instance twice is refused, as the original did. */
  strictReactivation: z.boolean(),
  /** On: activations beyond a lowered limit stop working. The database reads it by this name (function stops_over_limit). */
  stopOverLimit: z.boolean(),
  /** Version and changelog are told to clients without a key. */
  publicVersionInfo: z.boolean(),
  /** Calls of Software Add-on clients (wc-api=software-api) are answered. */
  translateSoftwareAddOn: z.boolean(),
  /** Answers also carry the full resource rows; these contain the customer's master key. */
  sendApiResourceData: z.boolean(),
  /** Pages told to the "View details" window besides the changelog; a set, kept in the order clients show them. */
  docTabs: z.array(z.enum(DOC_TABS)).transform((tabs) => DOC_TABS.filter((tab) => tabs.includes(tab))),
  /** Not empty: only clients at these addresses are answered. */
  trustedSources: addresses,
  /** Days a subscription whose renewal failed goes on working. */
  paymentGraceDays: within(SETTING_RANGES.paymentGraceDays),
  /** While the buyer's bank disputes a payment, what it bought is closed. */
  suspendOnDispute: z.boolean(),
  /** Days after a fixed term in which the same key can be renewed. */
  renewablePeriodDays: within(SETTING_RANGES.renewablePeriodDays),
  /** Holders of a fixed term can renew it by hand. */
  manualRenewal: z.boolean(),
  /** Off today's price of the plan, for whoever renews. */
  renewalDiscountPercent: within(SETTING_RANGES.renewalDiscountPercent),
  /** Days before the end of a fixed term from which on it can be renewed. */
  renewalOfferDays: within(SETTING_RANGES.renewalOfferDays),
  /** Days a line of the request log is kept. */
  requestLogDays: within(SETTING_RANGES.requestLogDays),
  /** Days the record of a download is kept. */
  downloadLogDays: within(SETTING_RANGES.downloadLogDays),
  /** Activations one key may ask for in a minute, once its burst is used up. */
  activationRatePerMinute: within(SETTING_RANGES.activationRatePerMinute),
  /** Activations one key may ask for at once. */
  activationBurst: within(SETTING_RANGES.activationBurst),
  /** How dates look in the answers of the compatibility API. */
  dateFormat: line(LONGEST_LINES.dateFormat).min(1),
  /** Kinds of developer key that owners may make; a set, at least one of it. */
  developerKeyKinds: z
    .array(z.enum(KEY_KINDS))
    .min(1)
    .transform((kinds) => KEY_KINDS.filter((kind) => kinds.includes(kind))),
  keyReveal: z.enum(REVEAL_RULES),
  /** Every account has a standard key made by the system, and gets a new one when it is removed. */
  defaultKey: z.boolean(),
  /** Developer keys end after at most so many days; 0 = no cap. Pairs have their year in any case. */
  keyMaxLifetimeDays: within(SETTING_RANGES.keyMaxLifetimeDays),
  mfaRequiredFor: z.enum(MFA_RULES),
  /** `?api_key=` is taken on GET and HEAD. */
  keysInQuery: z.boolean(),
  /** Owners are reminded of secrets older than this; 0 = never. */
  keyRotationDays: within(SETTING_RANGES.keyRotationDays),
  keyLeakAction: z.enum(LEAK_ACTIONS),
  /** The IANA time zone in whose months calls are counted. */
  billingZone: z.string().trim().max(60).refine(isTimeZone, 'not a time zone'),
  taxRule: z.enum(TAX_RULES),
  /** How plan prices are meant where tax is reckoned: the tax lies within them, or comes on top. */
  pricesIncludeTax: z.boolean(),
  /** Stripe's code for what is sold; empty: the one set for the account at Stripe. */
  taxCode: z
    .string()
    .trim()
    .regex(/^(txcd_\d{8})?$/),
  /** Who sells, as invoices say it. Empty: the store's name. */
  sellerName: z.string().trim().max(120),
  /** Lines as on a letter. */
  sellerAddress: z.string().trim().max(500),
  sellerVatId: z.string().transform((text, context) => readOptionalVatId(text) ?? refuse(context, 'not a VAT id')),
  /** Below the sums of each invoice. */
  invoiceNote: z.string().trim().max(1_000),
  /** Before the order's number. */
  invoicePrefix: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9/_-]{0,20}$/),
  /** Calls of the management API a key without a rate of its own may make in a minute. */
  keyCallsPerMinute: within(SETTING_RANGES.keyCallsPerMinute),
  /** Calls of the management API from one address in a minute, whoever makes them. */
  addressCallsPerMinute: within(SETTING_RANGES.addressCallsPerMinute),
  /** A backup each night, and a rehearsal of its restore each week. */
  nightlyBackups: z.boolean(),
  /** The hour of the night's backup, in UTC. */
  backupHour: within(SETTING_RANGES.backupHour),
  /** How many backups made by the store are kept; an older one goes when a newer one has been read back. */
  backupsKept: within(SETTING_RANGES.backupsKept),
  /** Release files of the data folder go into the store's own backups; otherwise only what is known of them does. */
  backupFiles: z.boolean(),
};

let lastTimeZone: string | undefined;

function isTimeZone(name: string): boolean {
  // The settings are read every second in which somebody calls, and Intl takes some twenty milliseconds to look a name up.
  if (name === lastTimeZone) return true;
  try {
    if (new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone === '') return false;
    lastTimeZone = name;
    return true;
  } catch {
    return false;
  }
}

export const settingsSchema = z.object(settingFields);
export const settingsPatchSchema = settingsSchema.partial().strict();

export type StoreSettings = z.infer<typeof settingsSchema>;
export type SettingName = keyof StoreSettings;

/** What a new store starts with. */
export const DEFAULT_SETTINGS: StoreSettings = {
  storeName: 'Latchkey',
  supportAddress: '',
  mailSenderName: '',
  showProductOrderApiKeys: true,
  showMasterApiKey: true,
  showAssociatedKeys: false,
  downloadLinkDays: 7,
  dropboxAppKey: '',
  messageProfile: '3.0-3.4',
  strictReactivation: false,
  stopOverLimit: false,
  publicVersionInfo: true,
  translateSoftwareAddOn: false,
  sendApiResourceData: false,
  docTabs: [],
  trustedSources: [],
  paymentGraceDays: 14,
  suspendOnDispute: true,
  renewablePeriodDays: 60,
  manualRenewal: true,
  renewalDiscountPercent: 0,
  renewalOfferDays: 60,
  requestLogDays: 30,
  downloadLogDays: 365,
  activationRatePerMinute: 30,
  activationBurst: 200,
  dateFormat: 'F j, Y',
  developerKeyKinds: ['standard', 'secret', 'pair'],
  keyReveal: 'step_up',
  defaultKey: true,
  keyMaxLifetimeDays: 0,
  mfaRequiredFor: 'pair',
  keysInQuery: true,
  keyRotationDays: 90,
  keyLeakAction: 'disable',
  billingZone: 'UTC',
  taxRule: 'none',
  pricesIncludeTax: false,
  taxCode: '',
  sellerName: '',
  sellerAddress: '',
  sellerVatId: '',
  invoiceNote: '',
  invoicePrefix: '',
  keyCallsPerMinute: 60,
  addressCallsPerMinute: 1_000,
  nightlyBackups: true,
  backupHour: 3,
  backupsKept: 7,
  backupFiles: true,
};
