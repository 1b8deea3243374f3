import type { MailState } from '@/lib/mailbox/list-mails';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';

const tones = { kept: 'neutral', waiting: 'warn', sent: 'good', failed: 'bad' } as const;

/** Where a mail is. */
export function MailStateBadge({ state }: { state: MailState }) {
  return <Badge tone={tones[state]}>{text(`admin.mailState.${state}`)}</Badge>;
}
