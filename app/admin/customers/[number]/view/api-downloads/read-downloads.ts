import { type ClosedDownload, listClosedDownloads } from '@/lib/downloads/list-closed-downloads';
import { type DownloadFile, type DownloadRow, listDownloads } from '@/lib/downloads/list-downloads';
import { readStoreSettings } from '@/lib/settings/store-settings';

/** A row of API Downloads without its links. */
export type ViewedDownload = Pick<DownloadRow, 'apiResourceId' | 'productTitle' | 'productNumber' | 'orderNumber'> & {
  version: string;
  releasedAt: Date;
  isBeta: boolean;
  files: Pick<DownloadFile, 'id' | 'fileName' | 'sizeBytes' | 'lastDownloadedAt'>[];
};

/** What the customer may download now, and what has no row and why. Links are left out here, before anything is rendered. */
export async function readDownloads(customerId: string): Promise<{ rows: ViewedDownload[]; closed: ClosedDownload[] }> {
  const { downloadLinkDays } = await readStoreSettings();
  const open = await listDownloads({ customerId, linkDays: downloadLinkDays });
  const closed = await listClosedDownloads({ customerId, open });
  return { rows: open.map(withoutLinks), closed };
}

function withoutLinks(row: DownloadRow): ViewedDownload {
  const { apiResourceId, productTitle, productNumber, orderNumber, newest } = row;
  const { version, releasedAt, isBeta } = newest;
  const files = newest.files.map(({ id, fileName, sizeBytes, lastDownloadedAt }) => ({
    id,
    fileName,
    sizeBytes,
    lastDownloadedAt,
  }));
  return { apiResourceId, productTitle, productNumber, orderNumber, version, releasedAt, isBeta, files };
}
