import { listLegalPages } from '@/lib/settings/legal-pages';
import { readStoreSettings } from '@/lib/settings/store-settings';
import { supportLink } from '@/lib/settings/support-address';
import { text } from '../_texts/text';
import { Bitting } from '../_ui/bitting';
import { Link } from '../_ui/link';
import { SupportLine } from './support-line';
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

/** The end of every page: the same links in the same place, what the owner wrote, where help is, and the theme. */
export async function SiteFooter() {
  const [settings, theme, legal] = await Promise.all([readStoreSettings(), readTheme(), listLegalPages()]);
  const support = supportLink(settings.supportAddress);
  const written = legal.map((page) => ({ href: `/legal/${page}`, label: text(`legal.title.${page}`) }));
  return (
    <footer className="no-print mt-24">
      <Bitting id="bitting-footer" />
      <div className="mx-auto flex max-w-page flex-col gap-6 px-4 py-10 sm:px-6">
        <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4">
          <LinkList places={links} />
          <ThemeSwitch theme={theme} />
        </div>
        {written.length > 0 ? (
          <nav aria-label={text('legal.links')}>
            <LinkList places={written} />
          </nav>
        ) : null}
        {support ? <SupportLine {...support} /> : null}
        <p className="text-muted text-sm">{text('shell.footer', { store: settings.storeName })}</p>
      </div>
    </footer>
  );
}

function LinkList({ places }: { places: { href: string; label: string }[] }) {
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1">
      {places.map(({ href, label }) => (
        <li key={href}>
          <Link href={href} className="inline-flex min-h-8 items-center text-muted hover:text-ink">
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
