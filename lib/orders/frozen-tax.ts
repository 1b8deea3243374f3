import { z } from 'zod';
import type { TaxTerms } from '../payments/tax-params';
import { TAX_RULES } from '../settings/setting-choices';
import type { StoreSettings } from '../settings/store-settings';

const frozenTax = z.object({ rule: z.enum(TAX_RULES), pricesIncludeTax: z.boolean(), taxCode: z.string() });

/** The tax terms in force, as a checkout keeps them: its payment page must ask the same however often it is opened. */
export function freezeTax({ taxRule, pricesIncludeTax, taxCode }: StoreSettings): TaxTerms {
  return { rule: taxRule, pricesIncludeTax: taxRule !== 'none' && pricesIncludeTax, taxCode };
}

/** Reads `checkout.tax`; only this store writes it. A checkout from before it was kept told Stripe nothing. */
export function readFrozenTax(json: unknown): TaxTerms | undefined {
  return json === null || json === undefined ? undefined : frozenTax.parse(json);
}
