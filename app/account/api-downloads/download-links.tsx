import type { DownloadFile } from '@/lib/downloads/list-downloads';
import { text } from '../../_texts/text';
import { buttonClass } from '../../_ui/button-look';
import { formatSize } from '../../_ui/format-size';

/** A button for each file of a version. One file needs no name on its button; several say which they are. */
export function DownloadLinks({ files }: { files: DownloadFile[] }) {
  return (
    <span className="flex flex-wrap justify-end gap-2 sm:justify-start">
      {files.map((file) => (
        // Not a Link: the answer is a file, which the router must not prefetch or render.
        <a
          key={file.id}
          href={file.href}
          download={file.fileName}
          className={buttonClass({ variant: 'secondary', size: 'small' })}
        >
          {files.length === 1 ? text('account.download') : file.platform || file.fileName}
          <span className="sr-only">{file.fileName}</span>
          <span className="font-normal text-muted">{formatSize(file.sizeBytes)}</span>
        </a>
      ))}
    </span>
  );
}
