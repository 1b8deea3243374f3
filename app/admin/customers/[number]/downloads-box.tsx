import type { CustomerFacts } from '@/lib/customers/read-customer';
import type { DownloadLine, DownloadList } from '@/lib/downloads/list-download-entries';
import { text } from '../../../_texts/text';
import { Badge } from '../../../_ui/badge';
import { DateTime } from '../../../_ui/date-time';
import { Table } from '../../../_ui/table';
import { countOf, ListBox } from './list-box';
import { SHOWN } from './read-everything';

type DownloadsBoxProps = { customer: CustomerFacts; downloads: DownloadList };

/** What this customer fetched, or tried to, as long as the store remembers it. */
export function DownloadsBox({ customer, downloads }: DownloadsBoxProps) {
  return (
    <ListBox
      id="downloads"
      title={text('customers.downloads')}
      count={countOf(downloads)}
      {...(downloads.rows.length === 0 ? { empty: text('customers.noDownloads') } : {})}
    >
      <Table
        caption={text('customers.downloadsCaption', { email: customer.email })}
        columns={[
          { key: 'file', header: text('customers.file') },
          { key: 'way', header: text('customers.way') },
          { key: 'outcome', header: text('customers.outcome') },
          { key: 'when', header: text('customers.when'), align: 'end' },
        ]}
        rows={downloads.rows.slice(0, SHOWN).map((download) => ({
          id: String(download.id),
          cells: {
            file: <File download={download} />,
            way: text(`customers.way.${download.way}`),
            outcome: <Outcome outcome={download.outcome} />,
            when: <DateTime at={download.lastAt} form="moment" />,
          },
        }))}
      />
    </ListBox>
  );
}

function File({ download: { fileName, productTitle, version } }: { download: DownloadLine }) {
  return (
    <span className="flex min-w-0 flex-col items-start">
      <span className="break-all">{fileName ?? text('customers.fileGone')}</span>
      <span className="font-normal text-muted text-sm">
        {[productTitle, version].filter((fact) => fact !== null).join(' ')}
      </span>
    </span>
  );
}

function Outcome({ outcome }: Pick<DownloadLine, 'outcome'>) {
  if (outcome === 'served') return <Badge tone="good">{text('customers.outcome.served')}</Badge>;
  return (
    <span className="flex flex-col items-end gap-1 sm:items-start">
      <Badge tone="warn">{text('customers.outcome.refused')}</Badge>
      <span className="font-mono text-muted text-sm">{outcome}</span>
    </span>
  );
}
