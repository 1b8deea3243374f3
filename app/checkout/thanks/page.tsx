import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { currentCustomer } from '@/lib/auth/current-customer';
import type { SignedInCustomer } from '@/lib/customers/session';
import { listDownloads } from '@/lib/downloads/list-downloads';
import { unreachable } from '@/lib/errors';
import { readCheckoutByToken } from '@/lib/orders/read-checkout';
import { readOrder } from '@/lib/orders/read-order';
import { listSubscriptionsOfOrder } from '@/lib/orders/subscriptions/list-subscriptions';
import { readStoreSettings } from '@/lib/settings/store-settings';
import { text } from '../../_texts/text';
import { EmptyState } from '../../_ui/empty-state';
import { LinkButton } from '../../_ui/link-button';
import { one, type SearchParams } from '../../products/catalogue-view';
import { EmptyPaidCart } from './empty-paid-cart';
import { type Ordered, Paid } from './paid';
import type { Visitor } from './to-account';
import { Waiting } from './waiting';

// The address is a permit: it must not travel on in a Referer, nor into a search engine. (Under no-referrer browsers send
// forms with "Origin: null", which server actions refuse.)
export const metadata: Metadata = {
  title: text('checkout.title'),
  referrer: 'same-origin',
  robots: { index: false },
};

/** Public: whoever holds the token of a checkout sees what became of it. Only reads; a closed tab loses nothing. */
export default async function ThanksPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const token = one((await searchParams).token) ?? '';
  const viewer = await currentCustomer();
  const view = await readCheckoutByToken(token, { look: true, ...(viewer ? { viewerId: viewer.id } : {}) });
  if (!view) notFound();
  switch (view.state) {
    case 'waiting':
      return <Waiting token={token} explanation={text('thanks.waitingText')} payUrl={view.payUrl} />;
    case 'expired':
      return <Ended title={text('thanks.expiredTitle')} explanation={text('thanks.expiredText')} action={<ToCart />} />;
    case 'on_hold':
      return <Ended title={text('thanks.onHoldTitle')} explanation={text('thanks.onHoldText')} />;
    case 'awaiting_proof': {
      const explanation = text('thanks.proofText', { email: view.email });
      return (
        <>
          <EmptyPaidCart token={token} />
          <Waiting token={token} title={text('thanks.proofTitle')} explanation={explanation} />
        </>
      );
    }
    case 'ordered':
      return <OrderedPage token={token} view={view} viewer={viewer} />;
    default:
      return unreachable(view);
  }
}

type OrderedProps = { token: string; view: Ordered; viewer: SignedInCustomer | undefined };

async function OrderedPage({ token, view, viewer }: OrderedProps) {
  const { order, email } = view;
  const number = String(order.number);
  switch (order.status) {
    case 'awaiting_payment':
      return <Waiting token={token} explanation={text('thanks.waitingDelayedText', { number, email })} />;
    case 'cancelled':
      return <Ended title={text('thanks.failedTitle')} explanation={text('thanks.failedText')} action={<ToCart />} />;
    case 'refunded':
      return <Ended title={text('thanks.refundedTitle')} explanation={text('thanks.refundedText', { number })} />;
    case 'paid':
    case 'partially_refunded': {
      const downloads = viewer ? await downloadsOf(viewer.id, order.number) : [];
      const visitor = await visitorOf(view, viewer);
      const subscriptions = await listSubscriptionsOfOrder(order.id);
      return <Paid token={token} view={view} downloads={downloads} visitor={visitor} subscriptions={subscriptions} />;
    }
    default:
      return unreachable(order.status);
  }
}

async function visitorOf({ order, canSignIn }: Ordered, viewer: SignedInCustomer | undefined): Promise<Visitor> {
  if (!viewer) return canSignIn ? 'new_account' : 'stranger';
  const own = await readOrder({ customerId: viewer.id, orderId: order.id, withoutKeys: true });
  return own ? 'signed_in' : 'other_account';
}

/** What this order lets one download; of somebody else's list nothing carries its number. */
async function downloadsOf(customerId: string, orderNumber: number) {
  const { downloadLinkDays } = await readStoreSettings();
  const rows = await listDownloads({ customerId, linkDays: downloadLinkDays });
  return rows.filter((row) => row.orderNumber === orderNumber);
}

function Ended({ title, explanation, action }: { title: string; explanation: string; action?: ReactNode }) {
  return (
    <>
      <h1 className="sr-only">{text('checkout.title')}</h1>
      <EmptyState title={title} text={explanation} action={action} />
    </>
  );
}

function ToCart() {
  return <LinkButton href="/cart">{text('thanks.toCart')}</LinkButton>;
}
