import { now } from '../clock';
import { db } from '../db/client';
import { checkoutTokenDigest, isCheckoutToken } from './checkout-token';
import { mayClaim } from './claim-new-account';
import { type OrderView, orderViewInclude, toOrderView } from './order-view';
import { visibleOrderKeys } from './read-order';
import { visibleMasterKey } from './read-order-mail';
import { reconcileCheckout } from './reconcile-checkout';

/** What the thank-you page shows. */
export type CheckoutView =
  /** Not paid, or the news has not come yet. `payUrl`: the payment page, while it is open. */
  | { state: 'waiting'; payUrl: string | undefined }
  | { state: 'expired' }
  /** Money came that does not fit the checkout; a person of the store has to look. */
  | { state: 'on_hold' }
  /** There is an order; its own status says whether it is paid, waits for its money or was cancelled. */
  | {
      state: 'ordered';
      order: OrderView;
      /** Where the order mail goes. */
      email: string;
      /** Only for the account that bought, or was made by, this very checkout. */
      masterApiKey?: string;
      /** True when this checkout made the account and `claimNewAccount` may still sign its browser in. */
      canSignIn: boolean;
      /** True when keys exist that are not shown here: they are in the mail and in the account. */
      keysElsewhere: boolean;
    };

const KEYS_SHOWN_MS = 7 * 86_400_000;

/**
 * The checkout behind a thank-you address, safe to reload. With `look`, an undecided one is compared with Stripe first:
 * the browser is often back before the payment event. Whoever holds the address sees what this checkout bought, for a week; the
 * master key only when the checkout is the account's own, because anybody may type anybody's e-mail address.
 */
export async function readCheckoutByToken(
  token: string,
  options: { look?: boolean; at?: Date } = {},
): Promise<CheckoutView | undefined> {
  if (!isCheckoutToken(token)) return undefined;
  const tokenDigest = checkoutTokenDigest(token);
  const checkout = await db().checkout.findUnique({ where: { tokenDigest } });
  if (!checkout) return undefined;
  const at = options.at ?? now();
  // Stripe being out of reach is no reason to show an error: the event or the job brings the news.
  if (options.look) await reconcileCheckout(checkout.id, at).catch(() => undefined);
  const row = await db().order.findUnique({ where: { checkoutId: checkout.id }, include: orderViewInclude });
  if (!row) return withoutOrder(checkout.id);
  const showKeys = at.getTime() - row.placedAt.getTime() < KEYS_SHOWN_MS;
  const keys = showKeys ? await visibleOrderKeys(row.id) : new Map<string, string>();
  const order = toOrderView(row, keys);
  const current = await db().checkout.findUniqueOrThrow({ where: { id: checkout.id } });
  const isOwn = current.customerId === row.customerId;
  const masterApiKey = isOwn && showKeys && row.paidAt ? await visibleMasterKey(row.customerId) : undefined;
  return {
    state: 'ordered',
    order,
    email: checkout.email,
    ...(masterApiKey === undefined ? {} : { masterApiKey }),
    canSignIn: current.createdCustomer && mayClaim(row.placedAt, at),
    keysElsewhere: row.paidAt !== null && (keys.size === 0 || masterApiKey === undefined),
  };
}

async function withoutOrder(id: string): Promise<CheckoutView> {
  const checkout = await db().checkout.findUniqueOrThrow({ where: { id } });
  if (checkout.status === 'expired') return { state: 'expired' };
  const held = await db().auditEntry.findFirst({
    where: { objectKind: 'checkout', objectId: id, action: 'checkout.hold' },
    select: { id: true },
  });
  return held ? { state: 'on_hold' } : { state: 'waiting', payUrl: checkout.stripeSessionUrl ?? undefined };
}
