'use client';

import { useSyncExternalStore } from 'react';
import { type DateForm, exactUtc, formatDate } from './format-date';

type DateTimeProps = { at: Date | string; form?: DateForm };

const never = () => () => {};
const viewerZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const serverZone = () => 'UTC';

/** An instant in the viewer's own zone, the exact UTC in its title. The server writes UTC; the browser takes over. */
export function DateTime({ at, form = 'day' }: DateTimeProps) {
  const zone = useSyncExternalStore(never, viewerZone, serverZone);
  const instant = typeof at === 'string' ? new Date(at) : at;
  return (
    <time dateTime={instant.toISOString()} title={exactUtc(instant)} className="nums whitespace-nowrap">
      {formatDate(instant, form, zone)}
    </time>
  );
}
