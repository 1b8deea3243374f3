'use client';

import { type MouseEvent, useEffect, useRef, useState } from 'react';

export type ExportState =
  | { step: 'idle' | 'failed' | 'cancelled' }
  | { step: 'running'; written: number; total: number | undefined }
  | { step: 'done'; written: number };

// Parts are handed over to the browser's own keeping at this size, so that a long file does not fill the page's memory.
const PART_BYTES = 4_000_000;
const LINE_FEED = 10;
const QUOTE = 34;

/** Fetches an export, counts its rows as they come, and saves it when it is whole. Leaving the page ends it. */
export function useExport(href: string) {
  const [state, setState] = useState<ExportState>({ step: 'idle' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const start = async (event: MouseEvent<HTMLAnchorElement>) => {
    event.preventDefault();
    const control = new AbortController();
    running.current = control;
    setState({ step: 'running', written: 0, total: undefined });
    try {
      const response = await fetch(href, { signal: control.signal });
      const done = await collect(response, (written, total) => setState({ step: 'running', written, total }));
      save(done.file, nameOf(response));
      setState({ step: 'done', written: done.written });
    } catch {
      setState({ step: control.signal.aborted ? 'cancelled' : 'failed' });
    }
  };
  return { state, start, cancel: () => running.current?.abort() };
}

async function collect(response: Response, tell: (written: number, total: number | undefined) => void) {
  if (!response.ok || !response.body || !response.headers.has('content-disposition')) throw new Error('No export');
  const announced = Number(response.headers.get('x-total-rows') ?? Number.NaN);
  const total = Number.isFinite(announced) ? announced : undefined;
  const reader = response.body.getReader();
  let parts: BlobPart[] = [];
  const rows = new RowCount();
  let size = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    parts.push(chunk.value);
    size += chunk.value.byteLength;
    rows.add(chunk.value);
    tell(rows.count, total);
    if (size > PART_BYTES) [parts, size] = [[new Blob(parts)], 0];
  }
  return { file: new Blob(parts, { type: 'text/csv' }), written: rows.count };
}

/** Counts the rows of a CSV file as its bytes come: line ends outside quotes, without the line that names the columns. */
class RowCount {
  private lines = 0;
  private isQuoted = false;

  get count(): number {
    return Math.max(0, this.lines - 1);
  }

  add(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte === QUOTE) this.isQuoted = !this.isQuoted;
      else if (byte === LINE_FEED && !this.isQuoted) this.lines++;
    }
  }
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function nameOf(response: Response): string {
  return /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'export.csv';
}
