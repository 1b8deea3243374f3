import type { DeveloperKey } from '@/lib/access-keys/key-view';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';
import type { DeskKey } from './desk-key';
import { StatusSlider } from './status-slider';

const TONES = { active: 'good', disabled: 'neutral', expired: 'warn', revoked: 'bad' } as const;

/** A key's state: with its slider while it can be turned on and off, and why it is refused all the same. */
export function KeyState({ of: key, desk }: { of: DeveloperKey; desk: DeskKey }) {
  const canSlide = key.state === 'active' || (key.state === 'disabled' && key.leakedAt === null);
  return (
    <span className="flex flex-col items-start gap-1">
      {canSlide ? (
        <StatusSlider of={desk} />
      ) : (
        <Badge tone={TONES[key.state]}>{text(`apiKeys.state.${key.state}`)}</Badge>
      )}
      {key.blocked ? <Badge tone="warn">{text(`apiKeys.blocked.${key.blocked}`)}</Badge> : null}
    </span>
  );
}
