import type { Metadata } from 'next';
import { requireCustomer } from '@/lib/auth/require-customer';
import { text } from '../../_texts/text';
import { PageNotice } from '../_parts/page-notice';
import { ApiKeysView } from './api-keys-view';
import { readApiKeys } from './read-api-keys';

export const metadata: Metadata = { title: text('account.keysTitle'), referrer: 'same-origin' };

type ApiKeysProps = { searchParams: Promise<{ notice?: string | string[] }> };

/** Keys and activations of the signed-in customer (licensing.md 0.01 to 0.11). */
export default async function ApiKeysPage({ searchParams }: ApiKeysProps) {
  const customer = await requireCustomer('/account/api-keys');
  const { notice } = await searchParams;
  return (
    <>
      <PageNotice
        code={notice}
        known={{
          activation_deleted: { tone: 'good', key: 'account.notice.activation_deleted' },
          activation_not_found: { tone: 'warn', key: 'account.notice.activation_not_found' },
        }}
      />
      <ApiKeysView keys={await readApiKeys(customer)} />
    </>
  );
}
