import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { text } from '../../../../../_texts/text';
import { requireView } from '../require-view';
import { ViewFrame } from '../view-frame';
import { readDownloads } from './read-downloads';
import { ViewedDownloads } from './viewed-downloads';

export const metadata: Metadata = { title: text('customers.viewAs'), referrer: 'same-origin' };

/** The customer's API Downloads without a link to any file. */
export default async function ViewedDownloadsPage({ params }: { params: Promise<{ number: string }> }) {
  const admin = await requireAdmin('/admin/customers');
  const view = await requireView(admin, (await params).number);
  return (
    <ViewFrame view={view} page="/api-downloads">
      <ViewedDownloads downloads={await readDownloads(view.customer.id)} />
    </ViewFrame>
  );
}
