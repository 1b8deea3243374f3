const tones = {
  cancelled: 'good',
  kept: 'good',
  paused: 'good',
  resumed: 'good',
  subscription_refused: 'warn',
  subscription_unreachable: 'warn',
} as const;

type Code = keyof typeof tones;
type Told = { [C in Code]: { tone: (typeof tones)[C]; key: `adminSubscriptions.notice.${C}` } };

/** What a change of a subscription came to, by the code in the address. */
export const subscriptionNotices = Object.fromEntries(
  Object.entries(tones).map(([code, tone]) => [code, { tone, key: `adminSubscriptions.notice.${code}` }]),
  // fromEntries forgets the names it was given.
) as Told;

export type SubscriptionNotice = Code;
