import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { text } from '../../../../_texts/text';
import { readHome } from '../../../../account/read-home';
import { requireView } from './require-view';
import { ViewFrame } from './view-frame';
import { ViewedHome } from './viewed-home';

export const metadata: Metadata = { title: text('customers.viewAs'), referrer: 'same-origin' };

/** What the customer sees first in My Account. */
export default async function ViewedHomePage({ params }: { params: Promise<{ number: string }> }) {
  const admin = await requireAdmin('/admin/customers');
  const view = await requireView(admin, (await params).number);
  return (
    <ViewFrame view={view} page="">
      <ViewedHome customer={view.customer} home={await readHome(view.customer)} />
    </ViewFrame>
  );
}
