import type { ReactNode } from 'react';
import type { DownloadFile, DownloadRow } from '@/lib/downloads/list-downloads';
import { text } from '../../_texts/text';
import { CopyButton } from '../../_ui/copy-button';
import { DateTime } from '../../_ui/date-time';
import { formatSize } from '../../_ui/format-size';

/** Another way to get a file, shown below it. */
export type FileExtra = (file: DownloadFile, row: DownloadRow) => ReactNode;

/** What is known of a file: name, size, hash, and when it was last fetched. `extra` is another way to get it. */
export function FileFacts({ file, extra }: { file: DownloadFile; extra: ReactNode }) {
  return (
    <div className="flex flex-col gap-0.5">
      <p className="flex flex-wrap items-center gap-x-3">
        <span className="break-all font-medium">{file.fileName}</span>
        <span className="nums text-muted">{formatSize(file.sizeBytes)}</span>
        {file.lastDownloadedAt ? (
          <span className="text-muted">
            {text('account.lastDownloaded')} <DateTime at={file.lastDownloadedAt} form="moment" />
          </span>
        ) : null}
      </p>
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="text-muted">{text('account.sha256')}</span>
        <span className="order-last basis-full break-all font-mono sm:order-none sm:basis-auto">{file.sha256}</span>
        <CopyButton name={text('account.sha256Of', { file: file.fileName })} value={file.sha256} />
      </p>
      {extra}
    </div>
  );
}
