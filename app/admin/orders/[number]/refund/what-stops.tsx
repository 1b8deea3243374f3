import type { RefundPreview } from '@/lib/orders/preview-refund';
import type { ResourceEffect } from '@/lib/orders/rehearse-refund';
import { orders as words } from '../../../../_texts/en/orders';
import { fillText } from '../../../../_texts/fill-text';
import { formatDate } from '../../../../_ui/format-date';
import { formatPrice } from '../../../../_ui/format-price';

/** What a refund does, as the rehearsal found it: money, keys, activations, limits. */
export function WhatStops({ preview, byStripe }: { preview: RefundPreview; byStripe: boolean }) {
  const { amount, currency, effect } = preview;
  const paid = fillText(byStripe ? words.previewAmount : words.previewOutside, {
    amount: formatPrice(amount, currency),
  });
  const status = effect.status === 'refunded' ? words.previewAll : words.previewPart;
  return (
    <div role="status">
      <ul className="flex flex-col gap-1">
        <li>
          {paid} {status}
        </li>
        {effect.resources.length === 0 ? <li>{words.previewNothing}</li> : null}
        {effect.resources.map((resource) => (
          <li key={resource.resourceNumber}>
            <span className="font-medium">
              {fillText(words.resourceName, { title: resource.productTitle, plan: resource.planName })}
            </span>
            : {effectText(resource)}.
          </li>
        ))}
      </ul>
    </div>
  );
}

/** "1 key stops, 3 activations end", "limit 5 → 3, 1 activation beyond it" or "ends 3 May 2028 → 3 May 2027". */
export function effectText({ keysStopping, activationsEnding, limit, beyondLimit, end }: ResourceEffect): string {
  const facts = [
    keysStopping > 0 ? fillText(words.keysStop, { count: keysStopping }) : '',
    keysStopping > 0 ? fillText(words.activationsEnd, { count: activationsEnding }) : '',
    limit.was === limit.is ? '' : fillText(words.limitShrinks, { was: places(limit.was), is: places(limit.is) }),
    beyondLimit > 0 ? fillText(words.beyondLimit, { count: beyondLimit }) : '',
    keysStopping > 0 || end.was?.getTime() === end.is?.getTime()
      ? ''
      : fillText(words.endMoves, { was: dayOf(end.was), is: dayOf(end.is) }),
  ];
  return facts.filter(Boolean).join(', ');
}

function dayOf(end: Date | null): string {
  return end ? formatDate(end, 'day', 'UTC') : words.forLife;
}

function places(limit: number | null): string | number {
  return limit ?? words.unlimited;
}
