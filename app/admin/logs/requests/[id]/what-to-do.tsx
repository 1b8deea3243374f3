import type { KeyNow } from '@/lib/licensing/ask-again';
import type { PlaceBeyondLimit } from '@/lib/request-log/find-place-beyond-limit';
import { text } from '../../../../_texts/text';
import { LinkButton } from '../../../../_ui/link-button';
import { Notice } from '../../../../_ui/notice';
import { explainReason, type LoggedReason } from '../explain-reason';
import { type Verdict, whatToMend } from '../verdict-now';
import { remedyHref } from './remedy-href';

type WhatToDoProps = {
  reason: LoggedReason;
  present: Verdict;
  likeliest: KeyNow | undefined;
  /** The activation of the instance, if it is one beyond a reduced limit. */
  beyond: PlaceBeyondLimit | undefined;
};

/** What helps against a refusal, and where. */
export function WhatToDo({ reason, present, likeliest, beyond }: WhatToDoProps) {
  const mend = whatToMend(reason, present);
  // Only where nothing but the place is missing is it the limit that keeps the instance out.
  if (beyond && (present === 'inactive' || present === 'unlicensed')) return <BeyondLimit place={beyond} />;
  const href = remedyHref(explainReason(mend.reason).remedy, likeliest);
  return (
    <Notice tone="warn" title={text('logs.whatToDo')}>
      <div className="flex flex-col items-start gap-3">
        {mend.said ? <p>{text(`logs.${mend.said}`, { why: text(`refusals.why.${mend.reason}`) })}</p> : null}
        <p>{text(`refusals.fix.${mend.reason}`)}</p>
        {href ? (
          <LinkButton href={href.href} variant="secondary" size="small">
            {href.label}
          </LinkButton>
        ) : null}
      </div>
    </Notice>
  );
}

function BeyondLimit({ place: { licenceNumber, activationLimit } }: { place: PlaceBeyondLimit }) {
  const number = String(licenceNumber);
  return (
    <Notice tone="warn" title={text('logs.whatToDo')}>
      <div className="flex flex-col items-start gap-3">
        <p>{text('logs.beyondText', { number, limit: activationLimit })}</p>
        <p>{text('logs.beyondFix')}</p>
        <LinkButton href={`/admin/licences/${number}`} variant="secondary" size="small">
          {text('logs.place.licence')}
        </LinkButton>
      </div>
    </Notice>
  );
}
