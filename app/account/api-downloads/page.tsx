import type { Metadata } from 'next';
import { requireCustomer } from '@/lib/auth/require-customer';
import { listDownloads } from '@/lib/downloads/list-downloads';
import { readStoreSettings } from '@/lib/settings/store-settings';
import { text } from '../../_texts/text';
import { DownloadsView } from './downloads-view';

export const metadata: Metadata = { title: text('account.downloadsTitle'), referrer: 'same-origin' };

/** The files of everything the signed-in customer may download (licensing.md 0.12 to 0.15). */
export default async function ApiDownloadsPage() {
  const customer = await requireCustomer('/account/api-downloads');
  const { downloadLinkDays } = await readStoreSettings();
  return <DownloadsView rows={await listDownloads({ customerId: customer.id, linkDays: downloadLinkDays })} />;
}
