import { now } from '../clock';
import { db } from '../db/client';
import { isUuid } from '../db/uuid';
import { isCheckoutToken } from './checkout-token';
import { type FrozenItem, readFrozenItems } from './frozen-items';
import { takePaymentPage } from './limit-payment-pages';
import { listRenewals, type Renewal } from './list-renewals';
import {
  findKeptCheckout,
  type KeptCheckout,
  keepCheckout,
  type PaymentPage,
  paymentPageOf,
} from './open-payment-page';
import type { RenewalRefusal } from './renewal-offer';

export type RenewalWish = {
  /** From `newCheckoutToken`, made when the form was shown. */
  formToken: string;
  customerId: string;
  /** The rights to renew, each once, all in one currency. */
  apiResourceIds: readonly string[];
  /** The sum that the form showed, in minor units: another one of today is refused instead of asked for. */
  shownAmount?: number;
  at?: Date;
};

export type StartRenewalResult =
  | PaymentPage
  | {
      ok: false;
      reason: 'nothing_chosen' | 'licence_not_found' | 'mixed_currencies' | 'price_changed' | 'too_many_attempts';
    }
  /** That right cannot be renewed now. */
  | { ok: false; reason: RenewalRefusal; apiResourceId: string };

const CANCEL_PATH = '/account/subscriptions';
const MOST_AT_ONCE = 50;

/**
 * Opens the payment page for a further term of some rights of this customer, at today's price less the store's discount.
 * The payment lengthens the rights; their keys and activations stay. Pressing twice, also at the same instant, gives the
 * same page. A stranger's right is not there.
 */
export async function startRenewal(wish: RenewalWish): Promise<StartRenewalResult> {
  const { formToken, customerId, at = now() } = wish;
  if (!isCheckoutToken(formToken)) return { ok: false, reason: 'form_stale' };
  const ids = [...new Set(wish.apiResourceIds)].slice(0, MOST_AT_ONCE + 1);
  if (ids.length === 0) return { ok: false, reason: 'nothing_chosen' };
  if (ids.length > MOST_AT_ONCE || !ids.every(isUuid)) return { ok: false, reason: 'licence_not_found' };
  // A form that was sent before stands by what it asked for then, also when it has been paid since.
  const known = await findKeptCheckout(formToken);
  if (known) return pageOf(known, { customerId, ids, formToken });
  const renewals = await listRenewals({ customerId, apiResourceIds: ids, at });
  if (renewals.length !== ids.length) return { ok: false, reason: 'licence_not_found' };
  const refused = renewals.find(({ offer }) => !offer.ok);
  if (refused && !refused.offer.ok) {
    return { ok: false, reason: refused.offer.reason, apiResourceId: refused.apiResourceId };
  }
  const items = renewals.flatMap(freezeRenewal);
  const [first] = items;
  if (!first || items.some(({ currency }) => currency !== first.currency)) {
    return { ok: false, reason: 'mixed_currencies' };
  }
  const amount = items.reduce((sum, item) => sum + item.unitAmount * item.quantity, 0);
  if (wish.shownAmount !== undefined && wish.shownAmount !== amount) return { ok: false, reason: 'price_changed' };
  const buyer = await db().customer.findFirst({ where: { id: customerId, disabledAt: null, deletedAt: null } });
  if (!buyer) return { ok: false, reason: 'licence_not_found' };
  if (!(await takePaymentPage({ customerId }, at)).ok) return { ok: false, reason: 'too_many_attempts' };
  const { email, name, company, vatId } = buyer;
  const kept = { formToken, customerId, email, name, company, vatId, newPasswordHash: null };
  return pageOf(await keepCheckout({ ...kept, items, currency: first.currency, at }), { customerId, ids, formToken });
}

/** An item of the order that renews: the plan's terms of today, for the right that is there. */
function freezeRenewal({ offer, terms, ...of }: Renewal): FrozenItem[] {
  if (!offer.ok) return [];
  const { units: quantity, unitAmount, currency } = offer.price;
  return readFrozenItems([
    {
      planId: of.planId,
      productId: of.productId,
      quantity,
      unitAmount,
      currency,
      title: of.productTitle,
      planName: of.planName,
      ...terms,
      renewsResourceId: of.apiResourceId,
    },
  ]);
}

async function pageOf(
  checkout: KeptCheckout,
  { customerId, ids, formToken }: { customerId: string; ids: string[]; formToken: string },
): Promise<PaymentPage> {
  const asked = readFrozenItems(checkout.items).map(({ renewsResourceId }) => renewsResourceId ?? '');
  const isSame = checkout.customerId === customerId && asked.sort().join() === [...ids].sort().join();
  return isSame ? paymentPageOf(checkout, formToken, CANCEL_PATH) : { ok: false, reason: 'form_stale' };
}
