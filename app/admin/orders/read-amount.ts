import { minorDigits } from '@/lib/minor-units';

/**
 * An amount as people type it, in minor units: `49`, `49.5` and `49,50` usd → 4900, 4950, 4950. NaN for everything else,
 * also for more digits than the currency has: half a cent is a slip, not a price. With three decimals a comma could as well
 * stand between thousands (`1,000` kwd), so only a point is taken there.
 */
export function readAmount(typed: string, currency: string): number {
  const digits = minorDigits(currency);
  const [, whole, part = ''] = /^(\d{1,9})(?:[.,](\d+))?$/.exec(typed.trim()) ?? [];
  if (whole === undefined || part.length > digits) return Number.NaN;
  if (digits === 3 && typed.includes(',')) return Number.NaN;
  return Number(whole + part.padEnd(digits, '0'));
}

/** The amount as `readAmount` reads it, for a field: 4950 usd → `49.50`. */
export function writeAmount(minorUnits: number, currency: string): string {
  const digits = minorDigits(currency);
  return (minorUnits / 10 ** digits).toFixed(digits);
}
