import type { ReactNode } from 'react';
import type { DeveloperKey } from '@/lib/access-keys/key-view';
import type { KeyAllowance } from '@/lib/access-keys/read-allowance';
import type { QuotaStanding } from '@/lib/access-keys/read-quota';
import { text } from '../../../_texts/text';
import { DateTime } from '../../../_ui/date-time';
import { Link } from '../../../_ui/link';
import { Table } from '../../../_ui/table';

const counts = new Intl.NumberFormat('en');

export type PlanFacts = {
  quota: QuotaStanding;
  allowance: KeyAllowance;
  /** The most used keys of this month, the most used first. */
  keys: Pick<DeveloperKey, 'sid' | 'name' | 'callsThisMonth' | 'rejectedThisMonth'>[];
};

/** What the plan includes and how much of it is used: calls, keys, pairs, rate; then each key's own count. */
export function PlanView({ facts: { quota, allowance, keys } }: { facts: PlanFacts }) {
  const { plan } = quota;
  return (
    <div className="flex flex-col gap-10">
      <div className="grid grid-cols-1 gap-6 md:grid-cols-2">
        <QuotaCard quota={quota} />
        <Card id="keys" title={text('usage.keysTitle')} note={text('usage.keysText')}>
          <p className="nums text-lg">{ofText(allowance.keys, 'usage.keysUsed', 'usage.keysUnlimited')}</p>
          <Meter {...allowance.keys} />
        </Card>
        <Card id="pairs" title={text('usage.pairsTitle')}>
          {allowance.pairs.isInPlan ? (
            <>
              <p className="nums text-lg">
                {text('usage.pairsUsed', { used: allowance.pairs.used, total: allowance.pairs.max })}
              </p>
              <Meter {...allowance.pairs} />
            </>
          ) : (
            <p>{text('usage.pairsNotAllowed')}</p>
          )}
        </Card>
        <Card id="rate" title={text('usage.rateTitle')}>
          <p className="nums text-lg">{text('usage.rateText', { calls: plan.callsPerMinute })}</p>
        </Card>
      </div>
      <PerKey keys={keys} />
      <p>
        <Link href="/help/key-limits" className="link">
          {text('usage.planHelp')}
        </Link>
      </p>
    </div>
  );
}

function QuotaCard({ quota: { plan, used, resetsAt } }: { quota: QuotaStanding }) {
  const total = plan.monthlyCalls;
  const left = total === null ? undefined : Math.max(0, total - used);
  return (
    <Card id="quota" title={text('usage.quotaTitle')} note={text('usage.resetsZone')}>
      <p className="nums text-lg">{ofText({ used, max: total }, 'usage.quotaUsed', 'usage.quotaUnlimited')}</p>
      <Meter used={used} max={total} />
      {left === undefined || total === null ? null : (
        <p className={left === 0 ? 'font-medium text-bad' : undefined}>
          {left === 0 ? text('usage.quotaSpent') : text('usage.quotaLeft', { count: left })}{' '}
          {left > 0 && used >= total * 0.8 ? text('usage.quotaNear') : null}
        </p>
      )}
      <p className="text-muted">
        {text('usage.resets')} <DateTime at={resetsAt} form="moment" />
      </p>
    </Card>
  );
}

type CardProps = { id: string; title: string; note?: string; children: ReactNode };

function Card({ id, title, note, children }: CardProps) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3 rounded-md border border-line bg-raised p-5">
      <h2 id={id} className="text-muted text-sm">
        {title}
      </h2>
      {children}
      {note ? <p className="mt-auto max-w-text text-muted text-sm">{note}</p> : null}
    </section>
  );
}

/** How much of something is used. The words beside it say the same; without an end there is nothing to draw. */
function Meter({ used, max }: { used: number; max: number | null }) {
  if (max === null) return null;
  const share = max === 0 ? 100 : Math.min(100, (used / max) * 100);
  const colour = share >= 100 ? 'bg-bad' : share >= 80 ? 'bg-warn' : 'bg-brass';
  return (
    <div aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-sunken">
      <div className={`h-full rounded-full ${colour}`} style={{ inlineSize: `${share}%` }} />
    </div>
  );
}

type Words = 'usage.keysUsed' | 'usage.keysUnlimited' | 'usage.quotaUsed' | 'usage.quotaUnlimited';

function ofText({ used, max }: { used: number; max: number | null }, limited: Words, unlimited: Words): string {
  return max === null ? text(unlimited, { used }) : text(limited, { used, total: max });
}

function PerKey({ keys }: { keys: PlanFacts['keys'] }) {
  return (
    <section aria-labelledby="per-key" className="flex flex-col gap-2">
      <h2 id="per-key" className="text-lg">
        {text('usage.perKeyTitle')}
      </h2>
      <p className="max-w-text text-muted">{text(keys.length === 0 ? 'usage.perKeyNone' : 'usage.perKeyText')}</p>
      {keys.length === 0 ? null : (
        <Table
          caption={text('usage.perKeyTitle')}
          columns={[
            { key: 'name', header: text('usage.key') },
            { key: 'calls', header: text('usage.calls'), align: 'end' },
            { key: 'rejected', header: text('usage.rejected'), align: 'end' },
          ]}
          rows={keys.map(({ sid, name, callsThisMonth, rejectedThisMonth }) => ({
            id: sid,
            cells: {
              name: (
                <Link href={`/account/api-keys/${sid}/usage`} className="link break-words">
                  {name}
                </Link>
              ),
              calls: <span className="nums">{counts.format(callsThisMonth)}</span>,
              rejected: <span className="nums">{counts.format(rejectedThisMonth)}</span>,
            },
          }))}
        />
      )}
    </section>
  );
}
