import { formatMinorUnits } from '@/lib/minor-units';

export type PriceForm = {
  locale?: string;
  /** `$49` instead of `$49.00`: on its own, never in sums. */
  isShort?: boolean;
};

/** Integer minor units as people write them: 4900 usd → $49.00, 4900 jpy → ¥4,900, 4900 kwd → KWD 4.900. */
export function formatPrice(minorUnits: number, currency: string, form: PriceForm = {}) {
  return formatMinorUnits(minorUnits, currency, form);
}
