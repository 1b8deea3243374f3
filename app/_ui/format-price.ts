export type PriceForm = {
  locale?: string;
  /** `$49` instead of `$49.00`: on its own, never in sums. */
  isShort?: boolean;
};

/** How many digits a currency has after the point: 2 for most, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Integer minor units as people write them: 4900 usd → $49.00, 4900 jpy → ¥4,900, 4900 kwd → KWD 4.900. */
export function formatPrice(minorUnits: number, currency: string, { locale = 'en', isShort = false }: PriceForm = {}) {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    ...(isShort ? { trailingZeroDisplay: 'stripIfInteger' as const } : {}),
  }).format(minorUnits / 10 ** minorDigits(currency));
}
