import type { Metadata } from 'next';
import { requireCustomer } from '@/lib/auth/require-customer';
import { text } from '../../_texts/text';
import { Link } from '../../_ui/link';
import { PageHeader } from '../../_ui/page-header';

export const metadata: Metadata = { title: text('account.settings') };

const places = [
  { href: '/account/profile', label: text('invoices.profile'), about: text('invoices.placeProfile') },
  { href: '/account/api-keys', label: text('account.apiKeys'), about: text('account.settingsApiKeys') },
  { href: '/account/credentials', label: text('account.credentials'), about: text('account.settingsCredentials') },
  { href: '/account/notifications', label: text('mails.choices'), about: text('mails.choicesNav') },
  { href: '/account/sessions', label: text('account.sessions'), about: text('account.settingsSessions') },
  { href: '/account/data', label: text('personalData.title'), about: text('personalData.about') },
];

/** Where an account is set up: the way to each page of it. */
export default async function AccountSettingsPage() {
  await requireCustomer('/account/settings');
  return (
    <>
      <PageHeader title={text('account.settings')} text={text('account.settingsText')} />
      <ul className="flex max-w-text flex-col">
        {places.map(({ href, label, about }) => (
          <li key={href} className="flex flex-col gap-0.5 border-line border-b py-4">
            <Link href={href} className="link self-start font-medium">
              {label}
            </Link>
            <span className="text-muted">{about}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
