import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { readCredentials } from '@/lib/customers/read-credentials';
import { readStoreSettings } from '@/lib/settings/store-settings';
import { text } from '../../../_texts/text';
import { Link } from '../../../_ui/link';
import { PageHeader } from '../../../_ui/page-header';
import { PageNotice } from '../../_parts/page-notice';
import { RecoveryCodes } from './recovery-codes';

export const metadata: Metadata = { title: text('factors.codesPageTitle'), referrer: 'no-referrer' };

type CodesProps = { searchParams: Promise<{ notice?: string | string[] }> };

/** Makes recovery codes and shows them, once. */
export default async function RecoveryCodesPage({ searchParams }: CodesProps) {
  const { id, email, role } = await requireStepUp('/account/credentials/recovery-codes');
  const { factors, codesLeft } = await readCredentials(id);
  if (factors.length === 0) redirect('/account/credentials');
  const { storeName } = await readStoreSettings();
  const { notice } = await searchParams;
  return (
    <>
      <PageNotice code={notice} known={{ factor_added: { tone: 'good', key: 'factors.notice.factor_added' } }} />
      <PageHeader title={text('factors.codesPageTitle')} text={text('factors.codesPageText')} />
      {codesLeft > 0 ? <p>{text('factors.codesReplace', { count: codesLeft })}</p> : null}
      <RecoveryCodes
        submitText={text(codesLeft === 0 ? 'factors.codesMake' : 'factors.codesRenew')}
        fileTitle={text('factors.codesFile', { email, store: storeName })}
      />
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <Onward href="/account/credentials" label={text('factors.codesDone')} />
        {role === 'admin' ? <Onward href="/admin" label={text('factors.goToAdmin')} /> : null}
      </p>
    </>
  );
}

function Onward({ href, label }: { href: string; label: string }) {
  return (
    <Link href={href} className="text-brass underline underline-offset-2">
      {label}
    </Link>
  );
}
