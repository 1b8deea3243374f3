import { text } from '../../../../../_texts/text';
import { Badge } from '../../../../../_ui/badge';
import { DateTime } from '../../../../../_ui/date-time';
import { formatSize } from '../../../../../_ui/format-size';
import { PageHeader } from '../../../../../_ui/page-header';
import { Table } from '../../../../../_ui/table';
import { ClosedDownloads } from '../../../../../account/api-downloads/closed-downloads';
import type { readDownloads, ViewedDownload } from './read-downloads';

/** The API Downloads page: what may be fetched, without the fetching. */
export function ViewedDownloads({ downloads }: { downloads: Awaited<ReturnType<typeof readDownloads>> }) {
  const { rows, closed } = downloads;
  return (
    <>
      <PageHeader title={text('account.downloadsTitle')} text={text('account.downloadsText')} />
      {rows.length === 0 ? (
        <p className="text-muted">{text('account.downloadsEmptyTitle')}</p>
      ) : (
        <Table
          caption={text('account.downloadsCaption')}
          columns={[
            { key: 'product', header: text('account.productTitle') },
            { key: 'version', header: text('account.versionHeader') },
            { key: 'released', header: text('account.releaseDate') },
            { key: 'files', header: text('customers.viewFiles') },
          ]}
          rows={rows.map((row) => ({
            id: row.apiResourceId,
            cells: {
              product: <Title row={row} />,
              version: (
                <span className="inline-flex flex-wrap items-center gap-2">
                  <span className="font-mono">{row.version}</span>
                  {row.isBeta ? <Badge>{text('account.beta')}</Badge> : null}
                </span>
              ),
              released: <DateTime at={row.releasedAt} />,
              files: <Files row={row} />,
            },
          }))}
        />
      )}
      <ClosedDownloads closed={closed} />
    </>
  );
}

function Title({ row: { productTitle, productNumber, orderNumber } }: { row: ViewedDownload }) {
  const facts = [text('account.productIdNumber', { number: String(productNumber) })];
  if (orderNumber !== undefined) facts.push(text('account.order', { number: String(orderNumber) }));
  return (
    <span className="flex flex-col">
      <span>{productTitle}</span>
      <span className="font-normal text-muted text-sm">{facts.join(' · ')}</span>
    </span>
  );
}

function Files({ row: { files } }: { row: ViewedDownload }) {
  return (
    <span className="flex flex-col items-end gap-1 sm:items-start">
      {files.map(({ id, fileName, sizeBytes, lastDownloadedAt }) => (
        <span key={id} className="flex flex-wrap justify-end gap-x-3 sm:justify-start">
          <span className="break-all">{fileName}</span>
          <span className="nums text-muted">{formatSize(sizeBytes)}</span>
          {lastDownloadedAt ? (
            <span className="text-muted">
              {text('account.lastDownloaded')} <DateTime at={lastDownloadedAt} form="moment" />
            </span>
          ) : null}
        </span>
      ))}
    </span>
  );
}
