'use client';

import dynamic from 'next/dynamic';
import type { BarsProps } from './bars';

// The chart library is heavy: it comes after the page, and only where there is a chart. Until then, and without scripts, the
// summary and the table say the same.
const Bars = dynamic(() => import('./bars').then((module) => module.Bars), { ssr: false });

/** A chart in its place, which is as high before it is there. Hidden from screen readers: they are told the summary. */
export function LazyBars(props: BarsProps) {
  return (
    <div aria-hidden="true" className="h-56 w-full">
      <Bars {...props} />
    </div>
  );
}
