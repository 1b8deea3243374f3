/** Generations of the original server whose wording can be spoken, oldest first. */
export const MESSAGE_PROFILES = ['2.x', '3.0-3.4', '3.5+'] as const;

export type MessageProfile = (typeof MESSAGE_PROFILES)[number];

/** Pages that clients show beside the changelog, in the order they show them. */
export const DOC_TABS = ['description', 'installation', 'faq', 'screenshots', 'other_notes'] as const;

/** Both ends belong to the range. */
export type SettingRange = { from: number; to: number };

/** What each number may be. */
export const SETTING_RANGES = {
  downloadLinkDays: { from: 1, to: 7 },
  paymentGraceDays: { from: 0, to: 90 },
  renewablePeriodDays: { from: 0, to: 730 },
  requestLogDays: { from: 1, to: 365 },
  downloadLogDays: { from: 1, to: 3_650 },
  activationRatePerMinute: { from: 1, to: 10_000 },
  activationBurst: { from: 1, to: 100_000 },
} as const satisfies Record<string, SettingRange>;

/** How many trusted sources a store may name. */
export const MOST_ADDRESSES = 200;
