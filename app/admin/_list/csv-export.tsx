'use client';

import { Download } from 'lucide-react';
import { lists as words } from '../../_texts/en/lists';
import { fillText } from '../../_texts/fill-text';
import { Button } from '../../_ui/button';
import { buttonClass } from '../../_ui/button-look';
import { type ExportState, useExport } from './use-export';

/** Saves the list as it is narrowed now, counting the rows as they come. Without scripts it is a plain download. */
export function CsvExport({ href }: { href: string }) {
  const { state, start, cancel } = useExport(href);
  const isRunning = state.step === 'running';
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <span role="status" className="nums text-muted text-sm">
        {said(state)}
      </span>
      {isRunning ? (
        <>
          <progress
            aria-label={words.exporting}
            max={state.total ?? undefined}
            value={state.total === undefined ? undefined : Math.min(state.written, state.total)}
            className="h-1.5 w-28 accent-ink"
          />
          <Button variant="secondary" size="small" onClick={cancel}>
            {words.exportCancel}
          </Button>
        </>
      ) : (
        <a href={href} download onClick={start} className={buttonClass({ variant: 'secondary', size: 'small' })}>
          <Download aria-hidden="true" className="size-4" strokeWidth={1.75} />
          {words.export}
        </a>
      )}
    </div>
  );
}

function said(state: ExportState): string {
  switch (state.step) {
    case 'idle':
      return '';
    case 'running':
      return state.total === undefined
        ? fillText(words.exportCountOnly, { written: state.written })
        : fillText(words.exportCount, { written: state.written, total: state.total });
    case 'done':
      return fillText(words.exportDone, { count: state.written });
    case 'failed':
      return words.exportFailed;
    case 'cancelled':
      return words.exportCancelled;
  }
}
