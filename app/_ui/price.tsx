import { formatPrice } from './format-price';

type PriceProps = { minorUnits: number; currency: string; isShort?: boolean };

/** An amount of money from integer minor units. */
export function Price({ minorUnits, currency, isShort = false }: PriceProps) {
  return <span className="nums whitespace-nowrap">{formatPrice(minorUnits, currency, { isShort })}</span>;
}
