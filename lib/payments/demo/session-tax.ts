import type Stripe from 'stripe';
import { z } from 'zod';
import { boolean, paramsOf } from './read-params';
import { invalid } from './stripe-error';
import type { WireLineItem, WireSession } from './wire';

type Create = Stripe.Checkout.SessionCreateParams;

/** The parameters of a session that are about tax and about whom the invoice is made out to. */
export const sessionTaxParams = {
  automatic_tax: paramsOf<Stripe.Checkout.SessionCreateParams.AutomaticTax>()({ enabled: boolean }).optional(),
  billing_address_collection: z.enum(['auto', 'required']).optional(),
  customer_update: paramsOf<Stripe.Checkout.SessionCreateParams.CustomerUpdate>()({
    address: z.enum(['auto', 'never']).optional(),
    name: z.enum(['auto', 'never']).optional(),
  }).optional(),
  managed_payments: paramsOf<Stripe.Checkout.SessionCreateParams.ManagedPayments>()({ enabled: boolean }).optional(),
  tax_id_collection: paramsOf<Stripe.Checkout.SessionCreateParams.TaxIdCollection>()({ enabled: boolean }).optional(),
} satisfies { [Name in keyof Create]?: z.ZodType };

export const taxCode = z.string().regex(/^txcd_\d{8}$/);

export type WantedTax = { [Name in keyof typeof sessionTaxParams]?: z.output<(typeof sessionTaxParams)[Name]> };

/** Refuses what Stripe refuses: parameters that contradict each other, and a tax that nobody could reckon. */
export function checkSessionTax(wanted: WantedTax & { customer?: string | undefined }, lines: WireLineItem[]): void {
  const [taxes, managed] = [wanted.automatic_tax?.enabled, wanted.managed_payments?.enabled];
  if (wanted.customer_update && !wanted.customer) {
    throw invalid('`customer_update` can only be used with `customer`.', 'customer_update');
  }
  if (managed) refuseBesideManaged(wanted);
  if (taxes && wanted.customer && wanted.customer_update?.address !== 'auto') {
    throw invalid(
      "Automatic tax calculation in Checkout requires a valid address on the Customer. Add a valid address to the Customer or set `customer_update[address]` to 'auto' to save the address entered in Checkout.",
      'automatic_tax',
    );
  }
  if (wanted.tax_id_collection?.enabled && wanted.customer && wanted.customer_update?.name !== 'auto') {
    throw invalid(
      "Tax ID collection requires updating business name on the customer. To enable tax ID collection for an existing customer, please set `customer_update[name]` to 'auto'.",
      'tax_id_collection',
    );
  }
  if ((taxes || managed) && lines.some((line) => line.price?.tax_behavior === 'unspecified')) {
    throw invalid('Prices need a `tax_behavior` for their tax to be calculated.', 'line_items');
  }
}

function refuseBesideManaged(wanted: WantedTax): void {
  const taken = ['automatic_tax', 'tax_id_collection', 'customer_update', 'billing_address_collection'] as const;
  const param = taken.find((name) => wanted[name] !== undefined);
  if (param) throw invalid(`You cannot set \`${param}\` when \`managed_payments\` is enabled.`, param);
}

/** What the session says of itself then. */
export function sessionTaxFields(wanted: WantedTax) {
  const managed = wanted.managed_payments?.enabled ?? false;
  const enabled = managed || (wanted.automatic_tax?.enabled ?? false);
  return {
    automatic_tax: enabled
      ? { enabled, liability: { type: 'self' }, provider: 'stripe', status: 'complete' }
      : { enabled, liability: null, provider: null, status: null },
    billing_address_collection: wanted.billing_address_collection ?? null,
    managed_payments: wanted.managed_payments ? { enabled: managed } : null,
    ...(wanted.tax_id_collection
      ? { tax_id_collection: { enabled: wanted.tax_id_collection.enabled, required: 'never' as const } }
      : {}),
  } satisfies Partial<WireSession>;
}
