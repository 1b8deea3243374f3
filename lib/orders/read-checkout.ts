import { now } from '../clock';
import { db, type Prisma } from '../db/client';
import { readStoreSettings } from '../settings/store-settings';
import { AWAIT_PROOF } from './await-proof';
import { checkoutTokenDigest, isCheckoutToken } from './checkout-token';
import { mayClaim } from './claim-new-account';
import { takeLook } from './limit-payment-pages';
import { type ItemKeys, type OrderView, orderViewInclude, toOrderView } from './order-view';
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
  /** It cost nothing, and waits until the address of the account that is there is proven; a link was mailed to `email`. */
  | { state: 'awaiting_proof'; email: string }
  /** There is an order; its own status says whether it is paid, waits for its money or was cancelled. */
  | {
      state: 'ordered';
      order: OrderView;
      /** Where the order mail goes. */
      email: string;
      /** For the owner who is signed in; for an hour also for the account that bought, or was made by, this checkout. */
      masterApiKey?: string;
      /** True when this checkout made the account and `claimNewAccount` may still sign its browser in. */
      canSignIn: boolean;
      /** True when the store shows keys that this visit does not: they are in the mail and in the account. */
      keysElsewhere: boolean;
    };

const KEYS_SHOWN_MS = 7 * 86_400_000;

/**
 * The checkout behind a thank-you address, safe to reload. With `look`, an undecided one is compared with Stripe first:
 * the browser is often back before the payment event. Whoever holds the address sees what this checkout bought, for a week. The
 * master key needs its owner (`viewerId`, who is signed in), or the first hour of a checkout that is the account's own, because
 * anybody may type anybody's e-mail address and an address stays in a browser's history.
 */
export async function readCheckoutByToken(
  token: string,
  options: { look?: boolean; viewerId?: string; at?: Date } = {},
): Promise<CheckoutView | undefined> {
  if (!isCheckoutToken(token)) return undefined;
  const tokenDigest = checkoutTokenDigest(token);
  const checkout = await db().checkout.findUnique({ where: { tokenDigest } });
  if (!checkout) return undefined;
  const at = options.at ?? now();
  // Stripe being out of reach is no reason to show an error: the event or the job brings the news.
  if (options.look && (await mayLook(checkout, at))) await reconcileCheckout(checkout.id, at).catch(() => undefined);
  const row = await db().order.findUnique({
    where: { checkoutId: checkout.id },
    include: { ...orderViewInclude, checkout: true },
  });
  if (!row) return withoutOrder(checkout.id);
  const isOwn = row.checkout?.customerId === row.customerId && mayClaim(row.placedAt, at);
  return ordered(row, { email: checkout.email, at, seesMasterKey: isOwn || options.viewerId === row.customerId });
}

// A page that is loaded over and over must not use up what Stripe allows the store.
async function mayLook({ id, status }: { id: string; status: string }, at: Date): Promise<boolean> {
  return (status === 'open' || status === 'awaiting_payment') && (await takeLook(id, at));
}

type OrderRow = Prisma.OrderGetPayload<{ include: typeof orderViewInclude & { checkout: true } }>;

async function ordered(
  row: OrderRow,
  visit: { email: string; at: Date; seesMasterKey: boolean },
): Promise<CheckoutView> {
  const settings = await readStoreSettings();
  const isRecent = visit.at.getTime() - row.placedAt.getTime() < KEYS_SHOWN_MS;
  const keys = isRecent ? await visibleOrderKeys(row.id) : new Map<string, ItemKeys>();
  const masterApiKey = visit.seesMasterKey && row.paidAt ? await visibleMasterKey(row.customerId) : undefined;
  const withheld =
    (settings.showProductOrderApiKeys && !isRecent) || (settings.showMasterApiKey && masterApiKey === undefined);
  return {
    state: 'ordered',
    order: toOrderView(row, keys, { at: visit.at, renewablePeriodDays: settings.renewablePeriodDays }),
    email: visit.email,
    ...(masterApiKey === undefined ? {} : { masterApiKey }),
    canSignIn: row.checkout?.createdCustomer === true && mayClaim(row.placedAt, visit.at),
    keysElsewhere: row.paidAt !== null && withheld,
  };
}

async function withoutOrder(id: string): Promise<CheckoutView> {
  const checkout = await db().checkout.findUniqueOrThrow({ where: { id } });
  if (checkout.status === 'expired') return { state: 'expired' };
  const held = await db().auditEntry.findFirst({
    where: { objectKind: 'checkout', objectId: id, action: { in: ['checkout.hold', AWAIT_PROOF] } },
    select: { action: true },
  });
  if (held?.action === AWAIT_PROOF) return { state: 'awaiting_proof', email: checkout.email };
  return held ? { state: 'on_hold' } : { state: 'waiting', payUrl: checkout.stripeSessionUrl ?? undefined };
}
