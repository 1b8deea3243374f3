import type { ReleaseState } from '@/lib/catalog/release-state';
import { text } from '../../../../_texts/text';
import { Badge } from '../../../../_ui/badge';

type ReleaseBadgesProps = { state: ReleaseState; channel: 'stable' | 'beta'; isNewest?: boolean };

const STATES = {
  draft: { tone: 'neutral', key: 'releases.draft' },
  published: { tone: 'good', key: 'releases.published' },
  withdrawn: { tone: 'bad', key: 'releases.withdrawn' },
} as const;

/** The state of a version in words. */
export function ReleaseBadges({ state, channel, isNewest = false }: ReleaseBadgesProps) {
  const { tone, key } = STATES[state];
  return (
    <span className="inline-flex flex-wrap justify-end gap-1 sm:justify-start">
      <Badge tone={tone}>{text(key)}</Badge>
      {channel === 'beta' ? <Badge tone="warn">{text('releases.beta')}</Badge> : null}
      {isNewest ? <Badge>{text('releases.newest')}</Badge> : null}
    </span>
  );
}
