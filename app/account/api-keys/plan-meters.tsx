import type { KeyAllowance } from '@/lib/access-keys/read-allowance';
import type { QuotaStanding } from '@/lib/access-keys/read-quota';
import { text } from '../../_texts/text';
import { formatDate } from '../../_ui/format-date';
import { Link } from '../../_ui/link';

type PlanMetersProps = { allowance: KeyAllowance; quota: QuotaStanding | undefined };

/** How many keys and calls of the plan are used, and when the calls begin anew. */
export function PlanMeters({ allowance, quota }: PlanMetersProps) {
  const { keys, plan } = allowance;
  return (
    <div className="flex flex-col gap-4 rounded-md border border-line bg-raised p-5 sm:flex-row sm:gap-10">
      <Meter
        words={
          keys.max === null
            ? text('apiKeys.usedUnlimited', { count: keys.used })
            : text('apiKeys.used', { used: keys.used, max: keys.max })
        }
        used={keys.used}
        max={keys.max}
      />
      {quota ? (
        <Meter
          words={
            quota.plan.monthlyCalls === null
              ? text('apiKeys.quotaUnlimited', { count: quota.used })
              : text('apiKeys.quota', { used: quota.used, max: quota.plan.monthlyCalls })
          }
          used={quota.used}
          max={quota.plan.monthlyCalls}
        />
      ) : null}
      <p className="flex flex-col text-muted text-sm sm:ms-auto sm:text-end">
        <Link href="/account/api-keys/plan" className="link">
          {text('apiKeys.planName', { plan: plan.name })}
        </Link>
        {quota ? <span>{`${text('apiKeys.resets')} ${formatDate(quota.resetsAt, 'moment', 'UTC')}`}</span> : null}
      </p>
    </div>
  );
}

type MeterProps = { words: string; used: number; max: number | null };

function Meter({ words, used, max }: MeterProps) {
  const percent = max === null ? 0 : max === 0 ? 100 : Math.min(100, (used / max) * 100);
  return (
    <div className="flex min-w-0 flex-col gap-2 sm:w-56">
      <p className="nums font-medium">{words}</p>
      {max === null ? null : (
        <div aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-sunken">
          <div
            className={`h-full rounded-full ${percent >= 100 ? 'bg-warn' : 'bg-brass'}`}
            style={{ inlineSize: `${percent}%` }}
          />
        </div>
      )}
    </div>
  );
}
