import type { ClosedDownload } from '@/lib/downloads/list-closed-downloads';
import { unreachable } from '@/lib/errors';
import { text } from '../../_texts/text';
import { DateTime } from '../../_ui/date-time';
import { Notice } from '../../_ui/notice';

/** Why licences of the customer have no row above, so that nothing seems lost. */
export function ClosedDownloads({ closed }: { closed: ClosedDownload[] }) {
  if (closed.length === 0) return null;
  return (
    <Notice title={text('account.closedTitle', { count: closed.length })}>
      <ul className="flex flex-col gap-1">
        {closed.map((one) => (
          <li key={one.apiResourceId}>
            <span className="font-medium">{one.productTitle}</span>
            {one.orderNumber === undefined ? null : (
              <span className="text-muted"> ({text('account.order', { number: String(one.orderNumber) })})</span>
            )}
            : <Why closed={one} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Why({ closed }: { closed: ClosedDownload }) {
  switch (closed.why) {
    case 'expired':
      return (
        <>
          {text('account.closedExpired')} <DateTime at={closed.endedAt} />. {text('account.closedExpiredText')}{' '}
          <a href="/account/subscriptions" className="text-brass underline underline-offset-2">
            {text('account.closedRenew')}
            <span className="sr-only"> {text('account.betaOf', { product: closed.productTitle })}</span>
          </a>
        </>
      );
    case 'suspended':
      return text('account.closedSuspended');
    case 'nothing_released':
      return text('account.closedNothing');
    default:
      return unreachable(closed);
  }
}
