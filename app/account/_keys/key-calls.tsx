import type { DeveloperKey } from '@/lib/access-keys/key-view';
import { text } from '../../_texts/text';

const HEIGHT = 18;
const BAR = 3;

/** Calls of this month with the key's share of them, and the last 30 days as bars. */
export function KeyCalls({ of: key, callsOfAll }: { of: DeveloperKey; callsOfAll: number }) {
  const { callsThisMonth, days } = key;
  const percent = callsOfAll === 0 ? 0 : Math.round((callsThisMonth / callsOfAll) * 100);
  return (
    <span className="inline-flex flex-col gap-1">
      <span className="flex items-end gap-3">
        <span className="nums min-w-8 font-medium">{callsThisMonth.toLocaleString('en')}</span>
        <Sparkline days={days} />
      </span>
      {callsThisMonth === 0 ? null : (
        <span className="flex items-center gap-2 text-muted text-sm">
          <span aria-hidden="true" className="h-1 w-12 overflow-hidden rounded-full bg-sunken">
            <span className="block h-full rounded-full bg-brass" style={{ inlineSize: `${percent}%` }} />
          </span>
          <span className="nums whitespace-nowrap">{text('apiKeys.share', { percent })}</span>
        </span>
      )}
    </span>
  );
}

function Sparkline({ days }: { days: readonly number[] }) {
  const most = Math.max(1, ...days);
  const sum = days.reduce((total, calls) => total + calls, 0);
  return (
    <svg
      role="img"
      aria-label={text('apiKeys.sparkline', { count: sum })}
      width={days.length * BAR}
      height={HEIGHT}
      className="shrink-0"
    >
      {days.map((calls, index) => {
        const height = calls === 0 ? 1 : Math.max(2, Math.round((calls / most) * HEIGHT));
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the days are always the same 30 places
            key={index}
            x={index * BAR}
            y={HEIGHT - height}
            width={BAR - 1}
            height={height}
            fill={calls === 0 ? 'var(--line)' : 'var(--chart-1)'}
          />
        );
      })}
    </svg>
  );
}
