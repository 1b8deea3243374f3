// How Stripe counts money, which is how this store keeps it. Other tables (Intl's among them) drop the decimals of
// currencies whose small coins are gone, and a price would then be charged at a hundredth.
const NO_DECIMALS = 'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' ');
const THREE_DECIMALS = 'bhd jod kwd omr tnd'.split(' ');
/** Without coins below one, yet counted in hundredths, of which there are none. */
const WHOLE_HUNDREDS = ['isk', 'ugx'];

/** How many digits a currency has after the point: 2 for most, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): 0 | 2 | 3 {
  const code = currency.toLowerCase();
  if (NO_DECIMALS.includes(code)) return 0;
  return THREE_DECIMALS.includes(code) ? 3 : 2;
}

/** Amounts that can be paid are multiples of this many minor units: 10 with three decimals, 1 for most. */
export function payableStep(currency: string): 1 | 10 | 100 {
  if (WHOLE_HUNDREDS.includes(currency.toLowerCase())) return 100;
  return minorDigits(currency) === 3 ? 10 : 1;
}

type MoneyForm = { locale?: string; isShort?: boolean };

/** Integer minor units as people write them; `isShort`: `$49` instead of `$49.00`. What is below one is never rounded away. */
export function formatMinorUnits(amount: number, currency: string, { locale = 'en', isShort = false }: MoneyForm = {}) {
  const digits = minorDigits(currency);
  const isWhole = amount % 10 ** digits === 0;
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    ...(isWhole ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    ...(isShort ? { trailingZeroDisplay: 'stripIfInteger' as const } : {}),
  });
  return format.format(amount / 10 ** digits);
}
