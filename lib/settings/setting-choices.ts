/** Generations of the original server whose wording can be spoken, oldest first. */
export const MESSAGE_PROFILES = ['2.x', '3.0-3.4', '3.5+'] as const;

export type MessageProfile = (typeof MESSAGE_PROFILES)[number];

/** Pages that clients show beside the changelog, in the order they show them. */
export const DOC_TABS = ['description', 'installation', 'faq', 'screenshots', 'other_notes'] as const;

/** Kinds of developer key that owners may make. */
export const KEY_KINDS = ['standard', 'secret', 'pair'] as const;
/** When the value of a standard key is shown again: to its signed-in owner, after a fresh proof of who is there, or never. */
export const REVEAL_RULES = ['always', 'step_up', 'never'] as const;
/** Kinds of developer key whose making and use asks for a second factor of their owner. */
export const MFA_RULES = ['pair', 'all', 'none'] as const;
/** What is done with a key that was found in public. */
export const LEAK_ACTIONS = ['disable', 'notify'] as const;

/** Who reckons the tax: nobody, Stripe Tax for the seller, or Stripe as the seller (Managed Payments). */
export const TAX_RULES = ['none', 'stripe_tax', 'managed_payments'] as const;

/** Both ends belong to the range. */
export type SettingRange = { from: number; to: number };

/** What each number may be. */
export const SETTING_RANGES = {
  downloadLinkDays: { from: 1, to: 7 },
  paymentGraceDays: { from: 0, to: 90 },
  renewablePeriodDays: { from: 0, to: 730 },
  renewalDiscountPercent: { from: 0, to: 90 },
  renewalOfferDays: { from: 1, to: 730 },
  requestLogDays: { from: 1, to: 365 },
  downloadLogDays: { from: 1, to: 3_650 },
  activationRatePerMinute: { from: 1, to: 10_000 },
  activationBurst: { from: 1, to: 100_000 },
  keyMaxLifetimeDays: { from: 0, to: 3_650 },
  keyRotationDays: { from: 0, to: 3_650 },
  keyCallsPerMinute: { from: 1, to: 1_000_000 },
  addressCallsPerMinute: { from: 1, to: 1_000_000 },
  backupHour: { from: 0, to: 23 },
  backupsKept: { from: 1, to: 365 },
} as const satisfies Record<string, SettingRange>;

/** How many characters each text of one line may have. */
export const LONGEST_LINES = { storeName: 80, supportAddress: 200, dateFormat: 40, mailSenderName: 80 } as const;

/** What a store says of its law, in the order in which it is listed. The names are the addresses below /legal. */
export const LEGAL_PAGES = ['terms', 'refunds', 'privacy', 'imprint'] as const;

export type LegalPage = (typeof LEGAL_PAGES)[number];

/** How many characters each of them may have. */
export const LONGEST_LEGAL_PAGE = 50_000;

/** How many trusted sources a store may name. */
export const MOST_ADDRESSES = 200;
