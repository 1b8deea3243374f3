import type { Attempt } from '@/lib/webhooks/list-deliveries';
import { text } from '../../../../_texts/text';
import { DateTime } from '../../../../_ui/date-time';
import { Table } from '../../../../_ui/table';
import { failureText } from '../../_parts/failure-text';

/** Each request to the receiver and what came of it. */
export function AttemptTable({ attempts }: { attempts: Attempt[] }) {
  if (attempts.length === 0) return <p className="text-muted">{text('webhooks.noAttempts')}</p>;
  return (
    <Table
      caption={text('webhooks.attemptsCaption')}
      columns={[
        { key: 'tried', header: text('webhooks.tried') },
        { key: 'result', header: text('webhooks.result') },
        { key: 'response', header: text('webhooks.response') },
        { key: 'took', header: text('webhooks.took'), align: 'end' },
      ]}
      rows={attempts.map((attempt) => ({
        id: attempt.id,
        cells: {
          tried: <DateTime at={attempt.at} form="moment" />,
          result: <Result of={attempt} />,
          response: <Response of={attempt} />,
          took: <span className="nums whitespace-nowrap">{text('webhooks.tookMs', { ms: attempt.durationMs })}</span>,
        },
      }))}
    />
  );
}

function Result({ of: { status, failure, detail } }: { of: Attempt }) {
  if (failure === null) return <span className="nums">HTTP {status}</span>;
  const isSaid = detail === null || status !== null;
  return (
    <span className="flex flex-col">
      {failureText(failure, status)}
      {isSaid ? null : <span className="break-words text-muted text-sm">{detail}</span>}
    </span>
  );
}

function Response({ of: { response } }: { of: Attempt }) {
  if (response.trim() === '') return <span className="text-muted">{text('webhooks.noResponse')}</span>;
  return <span className="line-clamp-4 break-all font-mono text-sm">{response}</span>;
}
