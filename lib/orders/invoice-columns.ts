import { type Actor, recordAudit } from '../audit/record-audit';
import type { Tx } from '../db/client';
import type { CheckoutPayment } from '../payments/checkout-payment';
import { readStoreSettings } from '../settings/store-settings';
import { readVatId } from '../vat-id';
import { sellerOf } from './frozen-seller';
import type { LockedCheckout } from './lock-checkout';

type Sale = { checkout: LockedCheckout; payment: CheckoutPayment };

/**
 * Who buys from whom, and how tax and discount are named: frozen with the order. What the buyer entered on the payment page
 * goes before what was typed at checkout; only a signed-in buyer's profile fills what neither says.
 */
export async function invoiceColumns(tx: Tx, checkout: LockedCheckout, { invoice }: CheckoutPayment) {
  const profile = checkout.customerId
    ? await tx.customer.findUnique({ where: { id: checkout.customerId }, select: { name: true, invoiceAddress: true } })
    : null;
  const buyer = invoice?.buyer;
  return {
    company: buyer?.company ?? checkout.company,
    vatId: buyer?.vatId ?? checkout.vatId,
    buyerName: buyer?.name ?? checkout.name ?? profile?.name ?? null,
    buyerAddress: buyer?.address ?? profile?.invoiceAddress ?? null,
    discountCode: invoice?.discountCode ?? null,
    taxIsIncluded: invoice?.taxIsIncluded ?? false,
    taxes: invoice?.taxes ?? [],
    seller: sellerOf(await readStoreSettings(tx)),
  };
}

/**
 * Keeps what a signed-in buyer entered on the payment page in their profile, where that said nothing yet. A guest may type
 * anybody's address, so a guest's purchase changes no account.
 */
export async function keepBuyerFacts(
  tx: Tx,
  { checkout, payment, at, actor }: Sale & { at: Date; actor: Actor },
): Promise<void> {
  const buyer = payment.invoice?.buyer;
  if (!checkout.customerId || !buyer) return;
  const known = await tx.customer.findUnique({ where: { id: checkout.customerId } });
  if (!known) return;
  const vatId = buyer.vatId === null ? undefined : readVatId(buyer.vatId);
  const learned = {
    ...(known.name === null && buyer.name ? { name: buyer.name } : {}),
    ...(known.company === null && buyer.company ? { company: buyer.company } : {}),
    ...(known.vatId === null && vatId ? { vatId } : {}),
    ...(known.invoiceAddress === null && buyer.address ? { invoiceAddress: buyer.address } : {}),
  };
  if (Object.keys(learned).length === 0) return;
  await tx.customer.update({ where: { id: known.id }, data: learned });
  const before = Object.fromEntries(Object.keys(learned).map((name) => [name, null]));
  const object = { objectKind: 'customer', objectId: known.id };
  await recordAudit(tx, { at, actor, action: 'customer.edit_profile', ...object, before, after: learned });
}
