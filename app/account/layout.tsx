import type { ReactNode } from 'react';
import { text } from '../_texts/text';
import { SideNav } from '../_ui/side-nav';
import { SubmitButton } from '../_ui/submit-button';
import { Palette } from '../admin/_palette/palette';
import { accountPlaces } from './account-places';
import { signOut } from './actions';

/** My Account: its pages beside it. Each page asks for the signed-in person itself. */
export default function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <div className="grid gap-8 lg:grid-cols-[11rem_minmax(0,1fr)] lg:gap-12">
      <div className="no-print flex flex-col gap-3">
        <div className="max-lg:hidden">
          <Palette pages={accountPlaces} onlyPages />
        </div>
        <SideNav
          label={text('shell.nav.account')}
          items={[
            { href: '/account', label: text('account.dashboard') },
            { href: '/account/orders', label: text('account.orders') },
            { href: '/account/subscriptions', label: text('renewals.nav') },
            { href: '/account/api-downloads', label: text('account.apiDownloads') },
            { href: '/account/api-keys', label: text('account.apiKeys'), group: text('account.access') },
            { href: '/account/credentials', label: text('account.credentials'), group: text('account.access') },
            { href: '/account/sessions', label: text('account.sessions'), group: text('account.access') },
            { href: '/account/activity', label: text('account.activity'), group: text('account.access') },
            { href: '/account/profile', label: text('invoices.profile') },
            { href: '/account/notifications', label: text('mails.choices') },
            { href: '/account/data', label: text('personalData.title') },
            { href: '/account/settings', label: text('account.settings') },
          ]}
        />
        <form action={signOut} className="border-line lg:border-t lg:pt-3">
          <SubmitButton variant="quiet" size="small" className="lg:-ml-3">
            {text('account.signOut')}
          </SubmitButton>
        </form>
      </div>
      <div className="flex min-w-0 flex-col gap-8 pb-8">{children}</div>
    </div>
  );
}
