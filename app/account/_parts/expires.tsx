import { unreachable } from '@/lib/errors';
import type { ResourceTerm } from '@/lib/licensing/resource-term';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';
import { DateTime } from '../../_ui/date-time';

/** Until when a right lives: a day, for life, until cancelled, or over and until when it may be renewed. */
export function Expires({ term }: { term: ResourceTerm }) {
  switch (term.kind) {
    case 'lifetime':
      return text('account.expiresNever');
    case 'until':
      return <DateTime at={term.until} />;
    case 'when_cancelled':
      return text('account.expiresCancelled');
    case 'payment_grace':
      return <Dated words={text('account.worksUntil')} at={term.until} />;
    case 'renewable':
      return <Dated words={text('account.renewableUntil')} at={term.until} />;
    case 'ended':
      return <Dated words={text('account.expiredOn')} at={term.endedAt} />;
    case 'suspended':
    case 'revoked':
      return <Badge tone="warn">{text('account.suspended')}</Badge>;
    default:
      return unreachable(term);
  }
}

function Dated({ words, at }: { words: string; at: Date }) {
  return (
    <span>
      <Badge tone="warn">{words}</Badge> <DateTime at={at} />
    </span>
  );
}
