import Link from 'next/link';
import { readStoreSettings } from '@/lib/settings/store-settings';
import { text } from '../_texts/text';
import { Bitting } from '../_ui/bitting';
import { readTheme } from './theme';
import { ThemeSwitch } from './theme-switch';

const links = [
  { href: '/products', label: text('shell.products') },
  { href: '/cart', label: text('shell.cart') },
  { href: '/account/api-keys', label: text('shell.apiKeys') },
  { href: '/account/api-downloads', label: text('shell.apiDownloads') },
  { href: '/account/orders', label: text('shell.orders') },
  { href: '/developers/api', label: text('shell.clientApi') },
  { href: '/help', label: text('help.title') },
];

/** The end of every page: the same links in the same place, and the theme. */
export async function SiteFooter() {
  const [settings, theme] = await Promise.all([readStoreSettings(), readTheme()]);
  return (
    <footer className="no-print mt-24">
      <Bitting id="bitting-footer" />
      <div className="mx-auto flex max-w-page flex-col gap-6 px-4 py-10 sm:px-6">
        <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4">
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            {links.map((link) => (
              <li key={link.href}>
                <Link
                  href={link.href}
                  prefetch={false}
                  className="inline-flex min-h-8 items-center text-muted hover:text-ink"
                >
                  {link.label}
                </Link>
              </li>
            ))}
          </ul>
          <ThemeSwitch theme={theme} />
        </div>
        <p className="text-muted text-sm">{text('shell.footer', { store: settings.storeName })}</p>
      </div>
    </footer>
  );
}
