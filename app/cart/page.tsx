import type { Metadata } from 'next';
import { currentCustomer } from '@/lib/auth/current-customer';
import { type PricedCart, priceCart } from '@/lib/catalog/price-cart';
import { type RecurringCharge, readCharges } from '@/lib/orders/subscriptions/recurring-charge';
import { text } from '../_texts/text';
import { EmptyState } from '../_ui/empty-state';
import { LinkButton } from '../_ui/link-button';
import { Notice } from '../_ui/notice';
import { PageHeader } from '../_ui/page-header';
import { Price } from '../_ui/price';
import { RenewalTerms } from '../checkout/renewal-terms';
import { one, type SearchParams } from '../products/catalogue-view';
import { readCart } from './cart-cookie';
import { CartNews } from './cart-news';
import { CartTable } from './cart-table';

export const metadata: Metadata = { title: text('cart.title') };

/** Public: what this browser wants to buy. */
export default async function CartPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const cart = await priceCart(await readCart());
  const { dueToday, later } = await readCharges(cart, (await currentCustomer())?.id ?? null);
  const { added, limited } = await searchParams;
  return (
    <div className="flex flex-col gap-8">
      <PageHeader title={text('cart.title')} />
      <CartNews lines={cart.lines} added={one(added)} limited={one(limited)} />
      {cart.goneNumbers.length > 0 ? (
        <Notice tone="warn">{text('cart.gone', { count: cart.goneNumbers.length })}</Notice>
      ) : null}
      {cart.lines.length > 0 ? <FilledCart cart={cart} dueToday={dueToday} later={later} /> : <EmptyCart />}
    </div>
  );
}

function EmptyCart() {
  return (
    <EmptyState
      title={text('cart.emptyTitle')}
      text={text('cart.emptyText')}
      action={<LinkButton href="/products">{text('cart.emptyAction')}</LinkButton>}
    />
  );
}

type FilledCartProps = { cart: PricedCart; dueToday: number; later: RecurringCharge | undefined };

function FilledCart({ cart, dueToday, later }: FilledCartProps) {
  return (
    <>
      <CartTable lines={cart.lines} />
      <div className="flex flex-col gap-4 self-stretch sm:w-96 sm:self-end">
        {cart.obstacle ? (
          <Notice tone="bad">
            {text(cart.obstacle === 'mixed_currencies' ? 'cart.mixedCurrencies' : 'cart.mixedIntervals')}
          </Notice>
        ) : (
          <>
            <p className="flex items-baseline justify-between gap-4 text-lg">
              <span>{text(later ? 'recurring.today' : 'cart.subtotal')}</span>
              <strong className="font-semibold">
                <Price minorUnits={dueToday} currency={cart.currency} />
              </strong>
            </p>
            <p className="text-muted text-sm">{text('cart.taxNote')}</p>
            {later ? <RenewalTerms charge={later} /> : null}
            <LinkButton href="/checkout" size="large">
              {text('cart.toCheckout')}
            </LinkButton>
          </>
        )}
        <LinkButton href="/products" variant="quiet">
          {text('cart.continue')}
        </LinkButton>
      </div>
    </>
  );
}
