import type { EditedRelease } from '@/lib/catalog/read-release';
import { text } from '../../../../../_texts/text';
import { DateTime } from '../../../../../_ui/date-time';
import { Notice } from '../../../../../_ui/notice';
import { SubmitButton } from '../../../../../_ui/submit-button';
import { publish, restore } from '../actions';
import { type NamedRelease, WhichRelease } from '../which-release';

type StandingProps = { named: NamedRelease; release: EditedRelease; deliversFiles: boolean };

/** The next step of a draft, or why a version is withdrawn; nothing for a published one. */
export function ReleaseStanding({ named, release, deliversFiles }: StandingProps) {
  if (release.state === 'draft') return <Draft named={named} release={release} deliversFiles={deliversFiles} />;
  if (!release.yankedAt) return null;
  return (
    <Notice tone="bad" title={text('releases.withdrawn')}>
      <p className="whitespace-pre-line">
        <DateTime at={release.yankedAt} form="moment" />: {release.yankReason}
      </p>
      <p className="mt-2">{text('releases.restoreText')}</p>
      <form action={restore} className="mt-3">
        <WhichRelease release={named} />
        <SubmitButton variant="secondary" size="small" pendingText={text('releases.restoring')}>
          {text('releases.restore', { version: named.version })}
        </SubmitButton>
      </form>
    </Notice>
  );
}

function Draft({ named, release, deliversFiles }: StandingProps) {
  const isReady = !deliversFiles || release.files.length > 0;
  const forWhom = release.channel === 'beta' ? 'releases.publishBetaText' : 'releases.publishText';
  return (
    <section aria-labelledby="publish" className="flex flex-col gap-3 rounded-md border border-line bg-raised p-5">
      <h3 id="publish" className="text-lg">
        {text('releases.publishTitle')}
      </h3>
      <p className="max-w-text text-muted">
        {text(forWhom)} <DateTime at={release.releasedAt} />.
      </p>
      {isReady ? (
        <form action={publish}>
          <WhichRelease release={named} />
          <SubmitButton pendingText={text('releases.publishing')}>
            {text('releases.publish', { version: named.version })}
          </SubmitButton>
        </form>
      ) : (
        <p className="max-w-text font-medium">{text('releases.publishNeedsFile')}</p>
      )}
    </section>
  );
}
