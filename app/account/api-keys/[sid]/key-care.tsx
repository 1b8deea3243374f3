import type { DeveloperKey } from '@/lib/access-keys/key-view';
import { text } from '../../../_texts/text';
import { DateTime } from '../../../_ui/date-time';
import { Link } from '../../../_ui/link';
import { Notice } from '../../../_ui/notice';
import { LeakButton, RegenerateButton } from '../../_keys/care-buttons';
import type { DeskKey } from '../../_keys/desk-key';

/** Changing the value from time to time, and what to do when somebody else has seen it. */
export function KeyCare({ of: key, desk }: { of: DeveloperKey; desk: DeskKey }) {
  const isRevoked = key.state === 'revoked';
  return (
    <div className="grid gap-8 md:grid-cols-2">
      <section aria-labelledby="rotation" className="flex flex-col items-start gap-3">
        <h2 id="rotation" className="text-lg">
          {text('apiKeys.rotationTitle')}
        </h2>
        <p className="text-muted">{text('apiKeys.rotationText')}</p>
        {key.isRotationDue ? <Notice tone="warn">{text('apiKeys.rotationDue')}</Notice> : null}
        <p>
          {text('apiKeys.rotationSince')} <DateTime at={key.secretMadeAt} />.{' '}
          {text('apiKeys.rotationGeneration', { number: String(key.generation) })}{' '}
          {key.rotateDays === null ? null : text('apiKeys.rotationEvery', { count: key.rotateDays })}
        </p>
        {key.overlapEndsAt ? (
          <p>
            {text('apiKeys.overlapUntil')} <DateTime at={key.overlapEndsAt} form="moment" />
          </p>
        ) : null}
        {isRevoked ? null : <RegenerateButton of={desk} />}
      </section>
      {isRevoked || key.leakedAt ? null : (
        <section aria-labelledby="leak" className="flex flex-col items-start gap-3">
          <h2 id="leak" className="text-lg">
            {text('apiKeys.leakTitle')}
          </h2>
          <p className="text-muted">{text('apiKeys.leakText')}</p>
          <LeakButton of={desk} />
          <Link href={`/account/api-keys/${key.sid}/usage?days=30`} className="link">
            {text('apiKeys.leakUsage')}
          </Link>
        </section>
      )}
    </div>
  );
}
