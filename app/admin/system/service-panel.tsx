import { type ClientService, readClientService } from '@/lib/reports/read-client-service';
import { text } from '../../_texts/text';
import { Link } from '../../_ui/link';
import { Table } from '../../_ui/table';

const DAY_MS = 86_400_000;
const SAMPLED = 2_500;

/** The share of client calls that were answered, and how fast, lately. */
export async function ServicePanel({ at }: { at: Date }) {
  const from = (days: number) => new Date(at.getTime() - days * DAY_MS);
  const [day, week] = await Promise.all([readClientService(from(1)), readClientService(from(7))]);
  const rows = [
    { id: 'day', service: day },
    { id: 'week', service: week },
  ] as const;
  return (
    <section aria-labelledby="service" className="flex flex-col gap-3">
      <h2 id="service" className="text-lg">
        {text('system.serviceTitle')}
      </h2>
      <p className="max-w-text text-muted">{text('system.serviceText')}</p>
      <Table
        caption={text('system.serviceCaption')}
        columns={[
          { key: 'since', header: text('system.since') },
          { key: 'calls', header: text('system.calls'), align: 'end' },
          { key: 'answered', header: text('system.answered'), align: 'end' },
          { key: 'half', header: text('system.half'), align: 'end' },
          { key: 'most', header: text('system.almostAll'), align: 'end' },
        ]}
        rows={rows.map(({ id, service }) => ({ id, cells: { since: text(`system.${id}`), ...cellsOf(service) } }))}
      />
      <p className="max-w-text text-muted text-sm">{text('system.sampled', { count: SAMPLED })}</p>
      {week.failed > 0 ? (
        <p>
          <Link href="/admin/logs/requests?outcome=internal" className="link">
            {text('system.failedCalls')}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

function cellsOf(service: ClientService) {
  const { calls, isExact, failed, p50Ms, p99Ms } = service;
  const count = calls.toLocaleString('en', isExact ? {} : { maximumSignificantDigits: 2 });
  const none = <span className="text-muted">{text('system.none')}</span>;
  return {
    calls:
      calls === 0 ? text('system.noCalls') : <Figure>{isExact ? count : text('system.callsAbout', { count })}</Figure>,
    answered: calls === 0 ? none : <Answered service={service} />,
    half: p50Ms === undefined ? none : <Figure>{milliseconds(p50Ms)}</Figure>,
    most: p99Ms === undefined ? none : <Figure>{milliseconds(p99Ms)}</Figure>,
    failed,
  };
}

function Answered({ service: { calls, failed } }: { service: ClientService }) {
  return (
    <span className="inline-flex flex-col items-end">
      <Figure>{shareText(calls, failed)}</Figure>
      <span className={failed === 0 ? 'text-muted text-sm' : 'text-bad text-sm'}>
        {failed === 0 ? text('system.failedNone') : text('system.failed', { count: failed })}
      </span>
    </span>
  );
}

/** Never rounded up to all of them: 99.999 % with one failure among a million. */
export function shareText(calls: number, failed: number): string {
  const share = Math.floor(Math.max(0, 1 - failed / calls) * 100_000) / 1_000;
  return `${share.toLocaleString('en', { maximumFractionDigits: 3 })} %`;
}

function milliseconds(ms: number): string {
  return text('system.milliseconds', { count: ms.toLocaleString('en', { maximumSignificantDigits: 2 }) });
}

function Figure({ children }: { children: string }) {
  return <span className="nums">{children}</span>;
}
