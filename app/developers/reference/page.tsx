import type { Metadata } from 'next';
import { type ListedOperation, listOperations } from '@/lib/protocols/v1/manage/handle';
import { text } from '../../_texts/text';
import { buttonClass } from '../../_ui/button-look';
import { Link } from '../../_ui/link';
import { LinkButton } from '../../_ui/link-button';
import { PageHeader } from '../../_ui/page-header';
import { Table } from '../../_ui/table';
import { areaName } from './area-name';
import { MethodMark } from './method-mark';

export const metadata: Metadata = { title: text('reference.title') };

/** Public: every operation of the management API, by area. */
export default function ReferencePage() {
  const operations = listOperations({ forAdmin: true });
  const areas = [...new Set(operations.map(({ area }) => area))];
  return (
    <div className="flex flex-col gap-10">
      <PageHeader
        title={text('reference.title')}
        text={text('reference.intro')}
        actions={
          <>
            <LinkButton href="/developers/api" variant="secondary">
              {text('reference.clientApi')}
            </LinkButton>
            {/* No page: a link of the pages would try to load it as one. */}
            <a href="/openapi.json" className={buttonClass({ variant: 'secondary' })}>
              {text('reference.document')}
            </a>
          </>
        }
      />
      <nav aria-label={text('reference.areas')} className="flex flex-wrap gap-x-4 gap-y-2">
        {areas.map((area) => (
          <a key={area} href={`#${area}`} className="link">
            {areaName(area)}
          </a>
        ))}
      </nav>
      {areas.map((area) => (
        <section key={area} id={area} className="flex scroll-mt-24 flex-col gap-3">
          <h2 className="text-xl">{areaName(area)}</h2>
          <Operations caption={areaName(area)} operations={operations.filter((one) => one.area === area)} />
        </section>
      ))}
    </div>
  );
}

function Operations({ caption, operations }: { caption: string; operations: ListedOperation[] }) {
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'operation', header: text('reference.operation') },
        { key: 'address', header: text('reference.address') },
        { key: 'who', header: text('reference.who'), align: 'end' },
      ]}
      rows={operations.map(({ id, method, path, summary, audience }) => ({
        id,
        cells: {
          operation: (
            <Link href={`/developers/reference/${id}`} className="link">
              {summary}
            </Link>
          ),
          address: (
            <span className="flex flex-wrap items-center gap-2">
              <MethodMark method={method} />
              <code className="break-all font-mono text-sm">{path}</code>
            </span>
          ),
          who: <span className="text-muted text-sm">{audienceName(audience)}</span>,
        },
      }))}
    />
  );
}

function audienceName(audience: ListedOperation['audience']): string {
  if (audience === 'admin') return text('reference.forAdmin');
  return audience === 'owner' ? text('reference.forOwner') : text('reference.forPublic');
}
