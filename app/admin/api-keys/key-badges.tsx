import type { DeveloperKey, KeyState } from '@/lib/access-keys/key-view';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';

const tones = { active: 'good', disabled: 'neutral', expired: 'warn', revoked: 'bad' } as const satisfies Record<
  KeyState,
  string
>;

/** The state of a key in a word. */
export function KeyStateBadge({ state }: { state: KeyState }) {
  return <Badge tone={tones[state]}>{text(`apiKeys.state.${state}`)}</Badge>;
}

type Marks = Pick<DeveloperKey, 'isDefault' | 'leakedAt' | 'isUnused' | 'seenInUrlAt' | 'sentInClearAt' | 'blocked'>;

/** What sets a key apart; nothing for an ordinary one. */
export function KeyMarks({ row }: { row: Marks }) {
  const { isDefault, leakedAt, isUnused, seenInUrlAt, sentInClearAt, blocked } = row;
  return (
    <>
      {isDefault ? <Badge>{text('apiKeys.badge.default')}</Badge> : null}
      {leakedAt ? <Badge tone="bad">{text('apiKeys.badge.leaked')}</Badge> : null}
      {blocked ? <Badge tone="warn">{text(`apiKeys.blocked.${blocked}`)}</Badge> : null}
      {sentInClearAt ? <Badge tone="bad">{text('apiKeys.badge.clear')}</Badge> : null}
      {seenInUrlAt ? <Badge tone="warn">{text('apiKeys.badge.url')}</Badge> : null}
      {isUnused ? <Badge>{text('apiKeys.badge.unused')}</Badge> : null}
    </>
  );
}
