import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { type ListedOperation, listOperations } from '@/lib/protocols/v1/manage/handle';
import { text } from '../../../_texts/text';
import { Badge } from '../../../_ui/badge';
import { PageHeader } from '../../../_ui/page-header';
import { Table } from '../../../_ui/table';
import { KeyTabs } from '../key-tabs';

export const metadata: Metadata = { title: text('keyAdmin.tab.operations') };

/** Every operation of the management API by area: what Configure Access, the audit and the reference call them. */
export default async function OperationsPage() {
  await requireAdmin('/admin/api-keys/operations');
  const operations = listOperations({ forAdmin: true });
  const areas = [...new Set(operations.map(({ area }) => area))];
  return (
    <>
      <PageHeader title={text('keyAdmin.tab.operations')} text={text('keyAdmin.operationsText')} />
      <KeyTabs current="/admin/api-keys/operations" />
      <p className="nums text-muted">{text('keyAdmin.operationsCount', { count: operations.length })}</p>
      {areas.map((area) => (
        <AreaTable
          key={area}
          name={text(`apiKeys.area.${area}`)}
          operations={operations.filter((one) => one.area === area)}
        />
      ))}
    </>
  );
}

function AreaTable({ name, operations }: { name: string; operations: ListedOperation[] }) {
  return (
    <section aria-label={name} className="flex flex-col gap-2">
      <h2 className="text-lg">{name}</h2>
      <Table
        caption={name}
        columns={[
          { key: 'operation', header: text('keyAdmin.operation') },
          { key: 'method', header: text('keyAdmin.method') },
          { key: 'effect', header: text('keyAdmin.effect') },
          { key: 'audience', header: text('keyAdmin.audience'), align: 'end' },
        ]}
        rows={operations.map(({ id, method, path, summary, access, audience }) => ({
          id,
          cells: {
            operation: (
              <span className="flex min-w-0 flex-col">
                <span className="break-all font-mono text-sm">{id}</span>
                <span className="font-normal text-muted text-sm">{summary}</span>
              </span>
            ),
            method: (
              <span className="break-all font-mono text-sm">
                {method} {path}
              </span>
            ),
            effect: <Badge tone={access === 'write' ? 'warn' : 'neutral'}>{text(`keyAdmin.effect.${access}`)}</Badge>,
            audience: text(`keyAdmin.audience.${audience}`),
          },
        }))}
      />
    </section>
  );
}
