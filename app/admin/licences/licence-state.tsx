import type { AdminLicence } from '@/lib/licensing/list-licences';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';
import { DateTime } from '../../_ui/date-time';

const tones = { live: 'good', grace: 'warn', suspended: 'warn', expired: 'neutral', revoked: 'bad' } as const;
const SOON_MS = 30 * 86_400_000;

type LicenceStateProps = { licence: Pick<AdminLicence, 'state' | 'expiresAt'>; at: Date };

/** Whether a licence works, and until when or since when not. */
export function LicenceState({ licence: { state, expiresAt }, at }: LicenceStateProps) {
  const isSoon = state === 'live' && expiresAt !== null && expiresAt.getTime() - at.getTime() < SOON_MS;
  return (
    <span className="inline-flex flex-col items-end gap-1 sm:items-start">
      <Badge tone={isSoon ? 'warn' : tones[state]}>
        {text(isSoon ? 'licences.state.soon' : `licences.state.${state}`)}
      </Badge>
      <span className="text-muted text-sm">
        {expiresAt ? (
          <>
            {text(expiresAt > at ? 'licences.until' : 'licences.ended')} <DateTime at={expiresAt} />
          </>
        ) : (
          text('licences.lifetime')
        )}
      </span>
    </span>
  );
}

type PlacesProps = { licence: Pick<AdminLicence, 'activationLimit' | 'activationCount' | 'overLimit'> };

/** Places taken of all, and what stands beyond a lowered limit. */
export function Places({ licence: { activationLimit, activationCount, overLimit } }: PlacesProps) {
  const used = activationCount.toLocaleString('en');
  return (
    <span className="inline-flex flex-col items-end gap-1">
      <span className="nums">
        {activationLimit === null
          ? text('licences.usedUnlimited', { used })
          : text('licences.used', { used, limit: activationLimit })}
      </span>
      {overLimit > 0 ? <Badge tone="warn">{text('licences.beyond', { count: overLimit })}</Badge> : null}
    </span>
  );
}
