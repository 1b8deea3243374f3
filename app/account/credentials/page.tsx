import type { Metadata } from 'next';
import { listKeys } from '@/lib/access-keys/list-keys';
import { readAllowance } from '@/lib/access-keys/read-allowance';
import { requireCustomer } from '@/lib/auth/require-customer';
import { now } from '@/lib/clock';
import { isRecentlyProven } from '@/lib/customers/proof';
import { readCredentials } from '@/lib/customers/read-credentials';
import type { SignedInCustomer } from '@/lib/customers/session';
import { text } from '../../_texts/text';
import { Link } from '../../_ui/link';
import { Notice } from '../../_ui/notice';
import { PageHeader } from '../../_ui/page-header';
import { KeyTable } from '../_keys/key-table';
import { OwnKeyDesk } from '../_keys/own-key-desk';
import { PageNotice } from '../_parts/page-notice';
import { EmailSection } from './email-section';
import { FactorsSection } from './factors-section';
import { PairCard } from './pair-card';
import { PasswordSection } from './password-section';
import { RecoverySection } from './recovery-section';

// What this page may show once must not travel on with the address of anything.
export const metadata: Metadata = { title: text('account.credentialsTitle'), referrer: 'no-referrer' };

type CredentialsProps = { searchParams: Promise<{ notice?: string | string[] }> };

/** How the signed-in person proves who they are. */
export default async function CredentialsPage({ searchParams }: CredentialsProps) {
  const customer = await requireCustomer('/account/credentials');
  const { factors, codesLeft } = await readCredentials(customer.id);
  const { notice } = await searchParams;
  const isNeeded = customer.role === 'admin' && factors.length === 0;
  return (
    <>
      {isNeeded ? (
        <Notice tone="warn" title={text('factors.neededTitle')}>
          {text('factors.neededText')}
        </Notice>
      ) : null}
      <PageNotice
        code={notice}
        known={{
          email_changed: { tone: 'good', key: 'account.notice.email_changed' },
          email_taken: { tone: 'warn', key: 'account.notice.email_taken' },
          factor_added: { tone: 'good', key: 'factors.notice.factor_added' },
          factor_removed: { tone: 'good', key: 'factors.notice.factor_removed' },
          factor_not_found: { tone: 'warn', key: 'factors.notice.factor_not_found' },
          last_admin_factor: { tone: 'warn', key: 'factors.notice.last_admin_factor' },
          too_many_factors: { tone: 'warn', key: 'factors.notice.too_many_factors' },
        }}
      />
      <PageHeader title={text('account.credentialsTitle')} />
      <div className="flex flex-col gap-12">
        <PasswordSection
          email={customer.email}
          isProofMissing={customer.hasFactor && !isRecentlyProven(customer, now())}
        />
        <EmailSection email={customer.email} isProofMissing={!isRecentlyProven(customer, now())} />
        <FactorsSection factors={factors} keepsLast={customer.role === 'admin'} />
        {factors.length > 0 ? <RecoverySection left={codesLeft} /> : null}
        <KeysPart customer={customer} />
      </div>
    </>
  );
}

/** The API Access Key, and all developer keys as the API Keys page lists them. */
async function KeysPart({ customer }: { customer: SignedInCustomer }) {
  const at = now();
  const [allowance, pairs, all] = await Promise.all([
    readAllowance(customer.id),
    listKeys({ customerId: customer.id, filter: { kind: 'pair' } }, at),
    listKeys({ customerId: customer.id }, at),
  ]);
  if (!allowance) return null;
  return (
    <OwnKeyDesk customer={customer} here="/account/credentials">
      <PairCard pairs={pairs.rows.filter(({ state }) => state !== 'revoked')} allowance={allowance} at={at} />
      <section aria-labelledby="developer-keys" className="flex flex-col gap-3">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6">
          <h2 id="developer-keys" className="text-lg">
            {text('apiKeys.pairTableTitle')}
          </h2>
          <Link href="/account/api-keys#developer-keys" className="link">
            {text('account.apiKeys')}
          </Link>
        </div>
        {all.rows.length === 0 ? (
          <p className="text-muted">{text('apiKeys.emptyTitle')}</p>
        ) : (
          <KeyTable keys={all.rows} callsOfAll={all.callsOfAll} at={at} />
        )}
      </section>
    </OwnKeyDesk>
  );
}
