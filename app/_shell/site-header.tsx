import { ShoppingCart } from 'lucide-react';
import { currentCustomer } from '@/lib/auth/current-customer';
import { cartCount } from '@/lib/catalog/cart-lines';
import { readStoreSettings } from '@/lib/settings/store-settings';
import { text } from '../_texts/text';
import { Link } from '../_ui/link';
import { Mark } from '../_ui/mark';
import { readCart } from '../cart/cart-cookie';
import { PersonLinks } from './person-links';

const linkClass =
  'inline-flex min-h-9 items-center gap-1.5 whitespace-nowrap rounded-sm px-2 text-muted transition-colors hover:text-ink';

/** Who the store is, where to go, the cart, and the signed-in person. On a phone the places stand in a row of their own. */
export async function SiteHeader() {
  const [settings, cart, person] = await Promise.all([readStoreSettings(), readCart(), currentCustomer()]);
  const count = cartCount(cart);
  const places = [
    { href: '/products', label: text('shell.shop') },
    ...(person
      ? [
          { href: '/account/api-keys', label: text('shell.apiKeys') },
          { href: '/account/api-downloads', label: text('shell.apiDownloads') },
        ]
      : []),
    { href: '/developers', label: text('shell.docs') },
  ];
  return (
    <header className="no-print border-line border-b">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-2 gap-y-1 px-4 py-3 sm:gap-x-6 sm:px-6">
        <Link href="/" className="flex min-h-9 items-center gap-2.5 font-semibold text-lg tracking-[-0.02em]">
          <Mark className="size-7" />
          {settings.storeName}
        </Link>
        <nav
          aria-label={text('shell.nav.shop')}
          className="flex grow flex-wrap items-center max-sm:order-1 max-sm:-mx-2 max-sm:w-full"
        >
          {places.map(({ href, label }) => (
            <Link key={href} href={href} className={linkClass}>
              {label}
            </Link>
          ))}
        </nav>
        <div className="ms-auto flex items-center">
          <Link href="/cart" aria-label={text('shell.cartCount', { count })} className={linkClass}>
            <ShoppingCart aria-hidden="true" className="size-4" strokeWidth={1.75} />
            <span className="max-sm:sr-only">{text('shell.cart')}</span>
            {count > 0 ? (
              <span className="nums min-w-5 rounded-full bg-ink px-1.5 text-center font-medium text-paper text-sm">
                {count}
              </span>
            ) : null}
          </Link>
          <PersonLinks person={person} linkClass={linkClass} />
        </div>
      </div>
    </header>
  );
}
