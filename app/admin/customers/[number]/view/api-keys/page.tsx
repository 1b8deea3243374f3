import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { text } from '../../../../../_texts/text';
import { readApiKeys } from '../../../../../account/api-keys/read-api-keys';
import { requireView } from '../require-view';
import { ViewFrame } from '../view-frame';
import { maskKeys } from './mask-keys';
import { ViewedKeys } from './viewed-keys';

export const metadata: Metadata = { title: text('customers.viewAs'), referrer: 'same-origin' };

/** The customer's API Keys in the form the settings give them, every key masked. */
export default async function ViewedKeysPage({ params }: { params: Promise<{ number: string }> }) {
  const admin = await requireAdmin('/admin/customers');
  const view = await requireView(admin, (await params).number);
  return (
    <ViewFrame view={view} page="/api-keys">
      <ViewedKeys keys={maskKeys(await readApiKeys(view.customer))} />
    </ViewFrame>
  );
}
