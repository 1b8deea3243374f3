import type { Metadata } from 'next';
import { requireCustomer } from '@/lib/auth/require-customer';
import { now } from '@/lib/clock';
import { isRecentlyProven } from '@/lib/customers/proof';
import { readCredentials } from '@/lib/customers/read-credentials';
import { text } from '../../_texts/text';
import { Notice } from '../../_ui/notice';
import { PageHeader } from '../../_ui/page-header';
import { PageNotice } from '../_parts/page-notice';
import { FactorsSection } from './factors-section';
import { PasswordSection } from './password-section';
import { RecoverySection } from './recovery-section';

export const metadata: Metadata = { title: text('account.credentialsTitle') };

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
          factor_added: { tone: 'good', key: 'factors.notice.factor_added' },
          factor_removed: { tone: 'good', key: 'factors.notice.factor_removed' },
          factor_not_found: { tone: 'warn', key: 'factors.notice.factor_not_found' },
          last_admin_factor: { tone: 'warn', key: 'factors.notice.last_admin_factor' },
          too_many_factors: { tone: 'warn', key: 'factors.notice.too_many_factors' },
        }}
      />
      <PageHeader title={text('account.credentialsTitle')} />
      <div className="flex flex-col gap-12">
        <FactorsSection factors={factors} keepsLast={customer.role === 'admin'} />
        {factors.length > 0 ? <RecoverySection left={codesLeft} /> : null}
        <PasswordSection
          email={customer.email}
          isProofMissing={customer.hasFactor && !isRecentlyProven(customer, now())}
        />
      </div>
    </>
  );
}
