import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import type { ReactNode } from 'react';
import { readStoreSettings } from '@/lib/settings/store-settings';
import { supportLink } from '@/lib/settings/support-address';
import { DemoBanner } from './_shell/demo-banner';
import { SiteFooter } from './_shell/site-footer';
import { SiteHeader } from './_shell/site-header';
import { SupportPlace } from './_shell/support-place';
import { readTheme } from './_shell/theme';
import { text } from './_texts/text';
import './globals.css';

// The package's own export would preload it; keys and versions are never what a visitor sees first.
const mono = localFont({
  src: '../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-geist-mono',
  weight: '100 900',
  preload: false,
});

export async function generateMetadata(): Promise<Metadata> {
  const { storeName } = await readStoreSettings();
  return {
    title: { default: storeName, template: `%s · ${storeName}` },
    description: text('shop.heroText'),
    icons: { icon: '/icon.svg' },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfbf8' },
    { media: '(prefers-color-scheme: dark)', color: '#121316' },
  ],
};

/** The frame of every page. The theme is on <html> from the first byte; the demo strip stays on top. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [theme, { supportAddress }] = await Promise.all([readTheme(), readStoreSettings()]);
  return (
    <html
      lang="en"
      className={`${GeistSans.variable} ${mono.variable}`}
      data-theme={theme === 'system' ? undefined : theme}
    >
      <body className="flex min-h-dvh flex-col">
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:fixed focus:start-4 focus:top-4 focus:z-50 focus:rounded-md focus:bg-ink focus:px-4 focus:py-2 focus:text-paper"
        >
          {text('shell.skip')}
        </a>
        <DemoBanner />
        <SiteHeader />
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full max-w-page grow px-4 pt-8 outline-none sm:px-6 sm:pt-12"
        >
          <SupportPlace value={supportLink(supportAddress)}>{children}</SupportPlace>
        </main>
        <SiteFooter />
      </body>
    </html>
  );
}
