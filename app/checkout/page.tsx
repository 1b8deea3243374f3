import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentCustomer } from '@/lib/auth/current-customer';
import { priceCart } from '@/lib/catalog/price-cart';
import { readProfile } from '@/lib/customers/profile';
import { newCheckoutToken } from '@/lib/orders/checkout-token';
import { readCharges } from '@/lib/orders/subscriptions/recurring-charge';
import { listLegalPages } from '@/lib/settings/legal-pages';
import { type TextKey, text } from '../_texts/text';
import { formatPrice } from '../_ui/format-price';
import { Link } from '../_ui/link';
import { PageHeader } from '../_ui/page-header';
import { PageNotice } from '../account/_parts/page-notice';
import { readCart } from '../cart/cart-cookie';
import type { SearchParams } from '../products/catalogue-view';
import { CheckoutForm } from './checkout-form';
import { LegalSentence } from './legal-sentence';
import { OrderSummary } from './order-summary';
import { shownAs } from './shown-as';

export const metadata: Metadata = { title: text('checkout.title'), robots: { index: false } };

/** Public: guests buy here too; their account is made by the payment. */
export default async function CheckoutPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [customer, cart, written] = await Promise.all([
    currentCustomer(),
    readCart().then((lines) => priceCart(lines)),
    listLegalPages(),
  ]);
  // The cart page says what is missing or in the way.
  if (cart.lines.length === 0 || cart.goneNumbers.length > 0 || cart.obstacle) redirect('/cart');
  const profile = customer ? await readProfile(customer.id) : undefined;
  const { dueToday, later } = await readCharges(cart, customer?.id ?? null);
  const free = dueToday > 0 ? undefined : later ? 'trial' : 'always';
  const shownTo = shownAs(customer);
  const { notice } = await searchParams;
  return (
    <div className="flex flex-col gap-8">
      <PageHeader title={text('checkout.title')} />
      <PageNotice code={notice} known={noticesFor(customer?.email)} />
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
            // Another person's form begins afresh, without what was typed or answered before.
            key={shownTo}
            formToken={newCheckoutToken()}
            shownTo={shownTo}
            amount={formatPrice(dueToday, cart.currency)}
            free={free}
            customerEmail={customer?.email}
            legal={<LegalSentence written={written} isFree={free === 'always'} />}
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

type Notices = Record<string, { tone: 'warn'; key: TextKey; params?: Record<string, string> }>;

/** What changed since the form was shown; nothing where it is no longer so. */
function noticesFor(email: string | undefined): Notices {
  return {
    form_outdated: { tone: 'warn', key: 'checkout.notice.form_outdated' },
    ...(email === undefined
      ? { signed_out: { tone: 'warn', key: 'checkout.notice.signed_out' } }
      : { signed_in: { tone: 'warn', key: 'checkout.notice.signed_in', params: { email } } }),
  };
}
