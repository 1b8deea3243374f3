import type { DeveloperKey } from '@/lib/access-keys/key-view';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';

/** What should be known of a key at a glance. */
export function KeyBadges({ of: key }: { of: DeveloperKey }) {
  return (
    <>
      {key.isDefault ? <Badge>{text('apiKeys.badge.default')}</Badge> : null}
      {key.leakedAt ? <Badge tone="bad">{text('apiKeys.badge.leaked')}</Badge> : null}
      {key.sentInClearAt ? <Badge tone="bad">{text('apiKeys.badge.clear')}</Badge> : null}
      {key.seenInUrlAt ? <Badge tone="warn">{text('apiKeys.badge.url')}</Badge> : null}
      {key.isRotationDue ? <Badge tone="warn">{text('apiKeys.badge.rotation')}</Badge> : null}
      {key.isUnused ? <Badge tone="warn">{text('apiKeys.badge.unused')}</Badge> : null}
      {key.headersOnly ? <Badge>{text('apiKeys.badge.headersOnly')}</Badge> : null}
    </>
  );
}
