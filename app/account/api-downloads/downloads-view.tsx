import type { ClosedDownload } from '@/lib/downloads/list-closed-downloads';
import type { DownloadRow } from '@/lib/downloads/list-downloads';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';
import { DateTime } from '../../_ui/date-time';
import { EmptyState } from '../../_ui/empty-state';
import { Link } from '../../_ui/link';
import { LinkButton } from '../../_ui/link-button';
import { PageHeader } from '../../_ui/page-header';
import { Table, type TableRow } from '../../_ui/table';
import { ClosedDownloads } from './closed-downloads';
import { DownloadDetail } from './download-detail';
import { DownloadLinks } from './download-links';
import type { FileExtra } from './file-facts';

type Column = 'product' | 'version' | 'released' | 'documentation' | 'download';

type DownloadsProps = { rows: DownloadRow[]; closed?: ClosedDownload[]; fileExtra?: FileExtra };

/** The API Downloads page from its rows, and from what has none. */
export function DownloadsView({ rows, closed = [], fileExtra = () => null }: DownloadsProps) {
  const header = <PageHeader title={text('account.downloadsTitle')} text={text('account.downloadsText')} />;
  if (rows.length === 0) {
    return (
      <>
        {header}
        <EmptyState
          title={text('account.downloadsEmptyTitle')}
          text={text('account.downloadsEmptyText')}
          action={<LinkButton href="/products">{text('account.browse')}</LinkButton>}
        />
        <ClosedDownloads closed={closed} />
      </>
    );
  }
  const columns: { key: Column; header: string }[] = [
    { key: 'product', header: text('account.productTitle') },
    { key: 'version', header: text('account.versionHeader') },
    { key: 'released', header: text('account.releaseDate') },
    { key: 'documentation', header: text('account.documentation') },
    { key: 'download', header: text('account.download') },
  ];
  return (
    <>
      {header}
      <Table
        caption={text('account.downloadsCaption')}
        columns={columns}
        rows={rows.map((row) => toRow(row, fileExtra))}
      />
      <ClosedDownloads closed={closed} />
      <p className="no-print">
        <Link href="/help/downloads" className="link">
          {text('account.downloadsHelp')}
        </Link>
      </p>
    </>
  );
}

function toRow(row: DownloadRow, fileExtra: FileExtra): TableRow<Column> {
  return {
    id: row.apiResourceId,
    cells: {
      product: <ProductTitle row={row} />,
      version: <Version row={row} />,
      released: <DateTime at={row.newest.releasedAt} />,
      documentation: <Documentation row={row} />,
      download: <DownloadLinks files={row.newest.files} />,
    },
    detail: <DownloadDetail row={row} fileExtra={fileExtra} />,
  };
}

function ProductTitle({ row }: { row: DownloadRow }) {
  const facts = [text('account.productIdNumber', { number: String(row.productNumber) })];
  if (row.orderNumber !== undefined) facts.push(text('account.order', { number: String(row.orderNumber) }));
  return (
    <span className="flex flex-col">
      <span>{row.productTitle}</span>
      <span className="font-normal text-muted text-sm">{facts.join(' · ')}</span>
    </span>
  );
}

function Version({ row }: { row: DownloadRow }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <span className="font-mono">{row.newest.version}</span>
      {row.newest.isBeta ? <Badge>{text('account.beta')}</Badge> : null}
    </span>
  );
}

/** Changelog and Documentation, each only if the product has one. */
function Documentation({ row }: { row: DownloadRow }) {
  const links = [
    { url: row.changelogUrl, label: text('account.changelog') },
    { url: row.documentationUrl, label: text('account.documentation') },
  ].filter((link) => link.url !== '');
  if (links.length === 0) return <span className="text-muted">{text('account.documentationNone')}</span>;
  return (
    <span className="flex flex-wrap justify-end gap-x-3 sm:justify-start">
      {links.map((link) => (
        <a key={link.label} href={link.url} className="text-brass underline underline-offset-2">
          {link.label}
        </a>
      ))}
    </span>
  );
}
