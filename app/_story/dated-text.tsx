import { Fragment } from 'react';
import { DateTime } from '../_ui/date-time';
import { splitDays } from './day-in';

/** A sentence whose days stand in the reader's own zone. */
export function DatedText({ of }: { of: string }) {
  return splitDays(of).map((part, place) => (
    // The parts of one sentence never move.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <Fragment key={place}>{typeof part === 'string' ? part : <DateTime at={part} />}</Fragment>
  ));
}
