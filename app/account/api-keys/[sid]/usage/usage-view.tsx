import { text } from '../../../../_texts/text';
import { classNames } from '../../../../_ui/class-names';
import { EmptyState } from '../../../../_ui/empty-state';
import { Link } from '../../../../_ui/link';
import { LinkButton } from '../../../../_ui/link-button';
import { CallsChart } from './calls-chart';
import { FlagsBanner } from './flags-banner';
import { NetworksPart } from './networks-part';
import { USAGE_RANGES, type UsageFacts } from './read-usage-page';
import { RecentRequests } from './recent-requests';
import { SuggestionPart } from './suggestion-part';
import { OperationsPart, StatusesPart } from './usage-parts';

/** How much a key is used: by day, by operation, by answer and by network, with what is unusual about it. */
export function UsageView({ facts }: { facts: UsageFacts }) {
  const { key, range, usage, calls, flags, suggestion, networks, summaries } = facts;
  const isUnused = calls.length === 0 && usage.days.every((day) => day.calls + day.rejected === 0);
  return (
    <div className="flex flex-col gap-10">
      <FlagsBanner flags={flags} />
      {isUnused && key.lastUsedAt === null ? (
        <EmptyState
          title={text('usage.emptyTitle')}
          text={text('usage.emptyText')}
          action={<LinkButton href={`/account/api-keys/${key.sid}`}>{text('usage.emptyAction')}</LinkButton>}
        />
      ) : (
        <>
          <div className="flex flex-col gap-4">
            <RangeChips sid={key.sid} range={range} />
            <CallsChart usage={usage} />
          </div>
          {suggestion ? <SuggestionPart sid={key.sid} suggestion={suggestion} summaries={summaries} /> : null}
          <div className="grid grid-cols-1 gap-10 xl:grid-cols-[2fr_1fr]">
            <OperationsPart usage={usage} summaries={summaries} />
            <StatusesPart usage={usage} />
          </div>
          <NetworksPart sid={key.sid} networks={usage.networks} offered={networks} />
          <RecentRequests calls={calls} />
        </>
      )}
    </div>
  );
}

function RangeChips({ sid, range }: { sid: string; range: number }) {
  return (
    <nav aria-label={text('usage.range')}>
      <ul className="flex flex-wrap gap-2">
        {USAGE_RANGES.map((days) => (
          <li key={days}>
            <Link
              href={`/account/api-keys/${sid}/usage?days=${days}`}
              scroll={false}
              aria-current={days === range ? 'true' : undefined}
              className={classNames(
                'inline-flex min-h-8 items-center rounded-full border px-3 text-sm transition-colors',
                days === range ? 'border-ink bg-ink text-paper' : 'border-edge hover:bg-sunken',
              )}
            >
              {text('usage.days', { count: days })}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
