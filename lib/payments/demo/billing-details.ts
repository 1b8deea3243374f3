import type Stripe from 'stripe';
import { escapeHtml } from './hosted-layout';
import { customerDetails } from './make-session';
import type { WireSession } from './wire';

const FIELDS = [
  { name: 'name', label: 'Name', autocomplete: 'name' },
  { name: 'business', label: 'Business name', autocomplete: 'organization' },
  { name: 'line1', label: 'Address', autocomplete: 'address-line1' },
  { name: 'postal_code', label: 'Postal code', autocomplete: 'postal-code' },
  { name: 'city', label: 'City', autocomplete: 'address-level2' },
  { name: 'country', label: 'Country (two letters)', autocomplete: 'country' },
  { name: 'tax_id', label: 'VAT id', autocomplete: 'off' },
] as const;

type FieldName = (typeof FIELDS)[number]['name'];

/** Where the buyer says whom the invoice is made out to; the true page asks for it before it reckons the tax. */
export function billingForm(session: WireSession): string {
  if (!session.tax_id_collection?.enabled && session.billing_address_collection !== 'required') return '';
  const details = session.customer_details;
  const values: Record<FieldName, string | null | undefined> = {
    name: details?.individual_name,
    business: details?.business_name,
    line1: details?.address?.line1,
    postal_code: details?.address?.postal_code,
    city: details?.address?.city,
    country: details?.address?.country,
    tax_id: details?.tax_ids?.[0]?.value,
  };
  const fields = FIELDS.map(
    ({ name, label, autocomplete }) =>
      `<label for="${name}">${label}</label><input id="${name}" name="${name}" autocomplete="${autocomplete}" maxlength="120" value="${escapeHtml(values[name] ?? '')}">`,
  ).join('\n');
  return `<form method="post" class="billing"><h3>Billing details</h3><p>The demo reckons one rate for every country.</p>
${fields}
<button type="submit" name="action" value="save_billing" class="plain small">Save billing details</button></form>`;
}

/** Keeps what was entered with the session, as the true page does when it is paid. */
export function saveBilling(session: WireSession, form: URLSearchParams): void {
  const typed = (name: FieldName) => form.get(name)?.trim().slice(0, 120) || null;
  const country = typed('country')?.toUpperCase() ?? null;
  const taxId = typed('tax_id');
  session.customer_details = {
    ...(session.customer_details ?? customerDetails(session.customer_email ?? '')),
    address: addressOf(typed, country),
    business_name: typed('business'),
    individual_name: typed('name'),
    name: typed('business') ?? typed('name'),
    tax_ids: taxId ? [{ type: /^[A-Z]{2}/i.test(taxId) ? 'eu_vat' : 'unknown', value: taxId }] : [],
  };
}

function addressOf(typed: (name: FieldName) => string | null, country: string | null): Stripe.Address | null {
  const address = { line1: typed('line1'), postal_code: typed('postal_code'), city: typed('city'), country };
  return Object.values(address).some(Boolean) ? { ...address, line2: null, state: null } : null;
}
