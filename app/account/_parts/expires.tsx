import { unreachable } from '@/lib/errors';
import type { ResourceTerm } from '@/lib/licensing/resource-term';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';
import { DateTime } from '../../_ui/date-time';

type ExpiresProps = {
  term: ResourceTerm;
  /** Whether its reader is the one who pays: then a payment that is owed can be made from here. */
  canPay?: boolean;
};

/** Until when a right lives: a day, for life, until cancelled, or over and until when it may be renewed. */
export function Expires({ term, canPay = false }: ExpiresProps) {
  switch (term.kind) {
    case 'lifetime':
      return text('account.expiresNever');
    case 'until':
      return <DateTime at={term.until} />;
    case 'when_cancelled':
      return <Renews paidUntil={term.paidUntil} />;
    case 'cancelled':
      return <Dated words={text('renewals.expires.cancelled')} at={term.until} tone="neutral" />;
    case 'paused':
      return <Dated words={text('renewals.expires.paused')} at={term.until} tone="neutral" />;
    case 'payment_grace':
      return <Owed term={term} canPay={canPay} />;
    case 'renewable':
      return <Dated words={text('account.renewableUntil')} at={term.until} />;
    case 'ended':
      return <Dated words={text('account.expiredOn')} at={term.endedAt} />;
    case 'suspended':
    case 'revoked':
      return <Badge tone="warn">{text(`account.${term.kind}`)}</Badge>;
    default:
      return unreachable(term);
  }
}

function Renews({ paidUntil }: { paidUntil: Date | null }) {
  return (
    <span className="inline-flex flex-col max-sm:items-end">
      <span>{text('account.expiresCancelled')}</span>
      {paidUntil ? (
        <span className="text-muted text-sm">
          {text('renewals.expires.renews')} <DateTime at={paidUntil} />
        </span>
      ) : null}
    </span>
  );
}

function Owed({ term, canPay }: { term: Extract<ResourceTerm, { kind: 'payment_grace' }>; canPay: boolean }) {
  if (!canPay) return <Dated words={text('account.worksUntil')} at={term.until} />;
  return (
    <span className="inline-flex flex-col max-sm:items-end">
      <Dated words={text('renewals.expires.payBy')} at={term.until} />
      <a href={term.payUrl ?? '/account/subscriptions'} className="link text-sm">
        {text('renewals.payNow')}
      </a>
    </span>
  );
}

function Dated({ words, at, tone = 'warn' }: { words: string; at: Date; tone?: 'warn' | 'neutral' }) {
  return (
    <span>
      <Badge tone={tone}>{words}</Badge> <DateTime at={at} />
    </span>
  );
}
