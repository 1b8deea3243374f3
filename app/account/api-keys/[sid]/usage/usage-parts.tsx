import type { KeyUsage } from '@/lib/access-keys/read-usage';
import { text } from '../../../../_texts/text';
import { Table } from '../../../../_ui/table';

const counts = new Intl.NumberFormat('en');
const shares = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });

/** Which operations a key called, the most used first. */
export function OperationsPart({ usage, summaries }: { usage: KeyUsage; summaries: Map<string, string> }) {
  const all = usage.operations.reduce((sum, { calls }) => sum + calls, 0);
  return (
    <section aria-labelledby="operations" className="flex min-w-0 flex-col gap-2">
      <h2 id="operations" className="text-lg">
        {text('usage.operationsTitle')}
      </h2>
      <Table
        caption={text('usage.operationsTitle')}
        columns={[
          { key: 'operation', header: text('usage.operation') },
          { key: 'share', header: text('usage.share') },
          { key: 'calls', header: text('usage.calls'), align: 'end' },
          { key: 'errors', header: text('usage.errors'), align: 'end' },
        ]}
        rows={usage.operations.map(({ operation, calls, errors }) => ({
          id: operation,
          cells: {
            operation: <OperationName id={operation} summary={summaries.get(operation)} />,
            share: <Share part={calls} of={all} />,
            calls: <span className="nums">{counts.format(calls)}</span>,
            errors: <span className={errors === 0 ? 'nums text-muted' : 'nums'}>{counts.format(errors)}</span>,
          },
        }))}
      />
    </section>
  );
}

/** An operation as people know it, with the id it has everywhere else. */
export function OperationName({ id, summary }: { id: string; summary: string | undefined }) {
  if (id === '') return <span className="text-muted">{text('usage.operationNone')}</span>;
  return (
    <span className="flex min-w-0 flex-col">
      <span className="break-all font-mono text-sm">{id}</span>
      {summary ? <span className="font-normal text-muted text-sm">{summary}</span> : null}
    </span>
  );
}

function Share({ part, of }: { part: number; of: number }) {
  const share = of === 0 ? 0 : part / of;
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden="true" className="block h-1.5 w-20 overflow-hidden rounded-full bg-sunken">
        <span className="block h-full bg-(--chart-1)" style={{ inlineSize: `${Math.max(share * 100, 2)}%` }} />
      </span>
      <span className="nums text-muted text-sm">{shares.format(share)}</span>
    </span>
  );
}

/** What a key was answered. */
export function StatusesPart({ usage }: { usage: KeyUsage }) {
  return (
    <section aria-labelledby="statuses" className="flex min-w-0 flex-col gap-2">
      <h2 id="statuses" className="text-lg">
        {text('usage.statusesTitle')}
      </h2>
      <Table
        caption={text('usage.statusesTitle')}
        columns={[
          { key: 'status', header: text('usage.status') },
          { key: 'calls', header: text('usage.calls'), align: 'end' },
        ]}
        rows={usage.statuses.map(({ status, calls }) => ({
          id: String(status),
          cells: {
            status: <StatusText status={status} />,
            calls: <span className="nums">{counts.format(calls)}</span>,
          },
        }))}
      />
    </section>
  );
}

/** A status with a mark in the colour of its class; the number says the same. */
export function StatusText({ status }: { status: number }) {
  const tone = status < 400 ? 'bg-good' : status < 500 ? 'bg-warn' : 'bg-bad';
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden="true" className={`size-2 rounded-full ${tone}`} />
      <span className="nums font-mono text-sm">{status}</span>
    </span>
  );
}
