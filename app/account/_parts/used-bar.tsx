import type { Allowance } from '@/lib/licensing/allowance';
import { text } from '../../_texts/text';
import { usedOfTotal } from './used';

/** Places in use, in words and as notches of a key: one for each place where there are few of them. */
export function UsedBar({ allowance }: { allowance: Allowance }) {
  const { limit, used } = allowance;
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex items-baseline justify-between gap-4 text-sm">
        <span className="text-muted">{text('account.activations')}</span>
        <span className="nums font-medium">{usedOfTotal(allowance)}</span>
      </p>
      {limit === null ? null : (
        <div aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-sunken">
          <div
            className="h-full rounded-full bg-brass"
            style={{ inlineSize: `${limit === 0 ? 0 : Math.min(100, (used / limit) * 100)}%` }}
          />
        </div>
      )}
    </div>
  );
}
