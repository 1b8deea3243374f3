import type { ListedResource } from '@/lib/licensing/list-api-resources';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';
import { DateTime } from '../../_ui/date-time';

type Term = Pick<ListedResource, 'state' | 'expiresAt' | 'graceUntil' | 'isSubscription'>;

/** Until when a right lives: a day, for life, until cancelled, or over and until when it may be renewed. */
export function Expires({ term }: { term: Term }) {
  const { state, expiresAt, graceUntil, isSubscription } = term;
  if (state === 'suspended') return <Badge tone="warn">{text('account.suspended')}</Badge>;
  if (state === 'grace' && graceUntil) return <Dated words={text('account.renewableUntil')} at={graceUntil} />;
  if (state === 'expired' && expiresAt) return <Dated words={text('account.expiredOn')} at={expiresAt} />;
  if (isSubscription) return text('account.expiresCancelled');
  return expiresAt ? <DateTime at={expiresAt} /> : text('account.expiresNever');
}

function Dated({ words, at }: { words: string; at: Date }) {
  return (
    <span>
      <Badge tone="warn">{words}</Badge> <DateTime at={at} />
    </span>
  );
}
