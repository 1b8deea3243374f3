import { z } from 'zod';

const taxLine = z.object({
  /** As the rate is called: "VAT". */
  name: z.string(),
  /** Percent, as a decimal: "19". Null when Stripe tells none. */
  percentage: z.string().nullable(),
  /** ISO 3166, upper case. */
  country: z.string().nullable(),
  amount: z.number().int(),
  taxableAmount: z.number().int().nullable(),
  /** Stripe's word for why it is so much: standard_rated, reverse_charge, zero_rated … */
  why: z.string().nullable(),
});

/** What one rate of tax came to, in minor units. */
export type TaxLine = z.infer<typeof taxLine>;

/** Reads `order.taxes`; only this store writes it. */
export function readTaxLines(json: unknown): TaxLine[] {
  return z.array(taxLine).parse(json);
}

/** What the payment page told beyond the amounts. */
export type InvoiceFacts = {
  /** The promotion code as it is spelled, or the name of its coupon. */
  discountCode: string | null;
  taxes: TaxLine[];
  /** The tax lies within the prices instead of on top of them. */
  taxIsIncluded: boolean;
  /** What the buyer entered there; null = not asked, or left empty. `address` has a line for each line. */
  buyer: { name: string | null; company: string | null; vatId: string | null; address: string | null };
};
