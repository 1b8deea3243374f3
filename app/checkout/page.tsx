import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { currentCustomer } from '@/lib/auth/current-customer';
import { priceCart } from '@/lib/catalog/price-cart';
import { readProfile } from '@/lib/customers/profile';
import { newCheckoutToken } from '@/lib/orders/checkout-token';
import { readCharges } from '@/lib/orders/subscriptions/recurring-charge';
import { text } from '../_texts/text';
import { formatPrice } from '../_ui/format-price';
import { PageHeader } from '../_ui/page-header';
import { readCart } from '../cart/cart-cookie';
import { CheckoutForm } from './checkout-form';
import { OrderSummary } from './order-summary';

export const metadata: Metadata = { title: text('checkout.title'), robots: { index: false } };

/** Public: guests buy here too; their account is made by the payment. */
export default async function CheckoutPage() {
  const [customer, cart] = await Promise.all([currentCustomer(), readCart().then((lines) => priceCart(lines))]);
  // The cart page says what is missing or in the way.
  if (cart.lines.length === 0 || cart.goneNumbers.length > 0 || cart.obstacle) redirect('/cart');
  const profile = customer ? await readProfile(customer.id) : undefined;
  const { dueToday, later } = await readCharges(cart, customer?.id ?? null);
  return (
    <div className="flex flex-col gap-8">
      <PageHeader title={text('checkout.title')} />
      <div className="grid grid-cols-1 gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="order-2 flex max-w-xl flex-col gap-6 lg:order-1">
          {customer ? null : (
            <p className="text-muted">
              {text('checkout.haveAccount')}{' '}
              <Link href="/sign-in?return=%2Fcheckout" className="link">
                {text('checkout.signIn')}
              </Link>
            </p>
          )}
          <CheckoutForm
            formToken={newCheckoutToken()}
            amount={formatPrice(dueToday, cart.currency)}
            isTrial={dueToday === 0 && later !== undefined}
            customerEmail={customer?.email}
            {...(profile ? { known: { company: profile.company ?? '', vatId: profile.vatId ?? '' } } : {})}
          />
        </div>
        <div className="order-1 lg:order-2">
          <OrderSummary cart={cart} dueToday={dueToday} later={later} />
        </div>
      </div>
    </div>
  );
}
