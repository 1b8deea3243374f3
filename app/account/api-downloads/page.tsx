import type { Metadata } from 'next';
import { requireCustomer } from '@/lib/auth/require-customer';
import { listClosedDownloads } from '@/lib/downloads/list-closed-downloads';
import { listDownloads } from '@/lib/downloads/list-downloads';
import { readDropboxOffer } from '@/lib/downloads/read-dropbox-offer';
import { readStoreSettings } from '@/lib/settings/store-settings';
import { text } from '../../_texts/text';
import { PageNotice } from '../_parts/page-notice';
import { DropboxFile } from './_dropbox/dropbox-file';
import { DropboxNotice } from './_dropbox/dropbox-notice';
import { DropboxPanel } from './_dropbox/dropbox-panel';
import { DownloadsView } from './downloads-view';

export const metadata: Metadata = { title: text('account.downloadsTitle'), referrer: 'same-origin' };

type ApiDownloadsProps = { searchParams: Promise<{ notice?: string | string[] }> };

/** The files of everything the signed-in customer may download (licensing.md 0.12 to 0.16). */
export default async function ApiDownloadsPage({ searchParams }: ApiDownloadsProps) {
  const customer = await requireCustomer('/account/api-downloads');
  const { notice } = await searchParams;
  const { downloadLinkDays } = await readStoreSettings();
  const rows = await listDownloads({ customerId: customer.id, linkDays: downloadLinkDays });
  const offer = await readDropboxOffer(customer.id);
  const closed = await listClosedDownloads({ customerId: customer.id, open: rows });
  return (
    <>
      <PageNotice
        code={notice}
        known={{
          beta_on: { tone: 'good', key: 'account.notice.beta_on' },
          beta_off: { tone: 'good', key: 'account.notice.beta_off' },
          resource_not_found: { tone: 'warn', key: 'account.notice.resource_not_found' },
        }}
      />
      <DropboxNotice code={notice} />
      <DownloadsView
        rows={rows}
        closed={closed}
        fileExtra={(file, row) => <DropboxFile offer={offer} file={file} row={row} />}
      />
      {rows.length > 0 ? <DropboxPanel offer={offer} /> : null}
    </>
  );
}
