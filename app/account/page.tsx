import type { Metadata } from 'next';
import { requireCustomer } from '@/lib/auth/require-customer';
import { text } from '../_texts/text';
import { EmptyState } from '../_ui/empty-state';
import { Link } from '../_ui/link';
import { Notice } from '../_ui/notice';
import { PageHeader } from '../_ui/page-header';
import { KeysElsewhere } from './_parts/keys-elsewhere';
import { PageNotice } from './_parts/page-notice';
import { ProductCard } from './_parts/product-card';
import { UnverifiedNotice } from './_parts/unverified-notice';
import { readHome } from './read-home';

export const metadata: Metadata = { title: text('account.homeTitle'), referrer: 'same-origin' };

type HomeProps = { searchParams: Promise<{ notice?: string | string[] }> };

/** My Account: what needs attention, then a card for each product. */
export default async function AccountPage({ searchParams }: HomeProps) {
  const customer = await requireCustomer('/account');
  const { notice } = await searchParams;
  const { cards, alerts } = await readHome(customer);
  return (
    <>
      <PageNotice
        code={notice}
        known={{
          verified: { tone: 'good', key: 'account.notice.verified' },
          verification_sent: {
            tone: 'good',
            key: 'account.notice.verification_sent',
            params: { email: customer.email },
          },
          verification_limited: { tone: 'warn', key: 'account.notice.verification_limited' },
        }}
      />
      <PageHeader
        title={text('account.homeTitle')}
        text={text('account.homeText', { email: customer.name ?? customer.email })}
      />
      {customer.isEmailVerified || notice === 'verification_sent' ? null : <UnverifiedNotice />}
      {alerts.map((alert) => (
        <Notice key={`${alert.kind}-${alert.product}`} tone="warn">
          {text(`account.${alert.kind}`, { product: alert.product })}{' '}
          {alert.kind === 'limitReached' ? (
            <Link href="/help/activation-limit" className="link">
              {text('ownActivations.fullHelp')}
            </Link>
          ) : null}
        </Notice>
      ))}
      {cards.length === 0 ? (
        <EmptyState title={text('account.emptyTitle')} text={text('account.emptyText')} action={<KeysElsewhere />} />
      ) : (
        <ul className="grid gap-5 md:grid-cols-2">
          {cards.map((card) => (
            <ProductCard key={card.resource.id} card={card} />
          ))}
        </ul>
      )}
    </>
  );
}
