import { FileUp } from 'lucide-react';
import { type DragEvent, useId, useRef, useState } from 'react';
import { uploads as words } from '../../../_texts/en/uploads';
import { Button } from '../../../_ui/button';
import { classNames } from '../../../_ui/class-names';

/** Files come in by a button, which opens the system's own dialog, or dropped onto the frame around it. */
export function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    onFiles(filesOf(event.dataTransfer));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the second way in; the button is the first
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={classNames(
        'flex flex-col items-start gap-3 rounded-md border border-dashed px-4 py-5 transition-colors sm:px-6',
        isOver ? 'border-brass bg-sunken' : 'border-edge/60',
      )}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button variant="secondary" aria-describedby={hintId} onClick={() => input.current?.click()}>
          <FileUp aria-hidden="true" className="size-4" strokeWidth={1.75} />
          {words.choose}
        </Button>
        <span className="hidden text-muted sm:inline">{isOver ? words.dropNow : words.drop}</span>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={words.choose}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // Choosing the same file again is how an upload is continued, so it must count as a change.
          event.target.value = '';
        }}
      />
      <p id={hintId} className="max-w-text text-muted text-sm">
        {words.hint}
      </p>
    </div>
  );
}

/** Dropped folders are left out: a browser calls them files of 0 bytes, or of none. */
function filesOf(transfer: DataTransfer): File[] {
  const isFolder = (item: DataTransferItem) => item.webkitGetAsEntry?.()?.isDirectory === true;
  return [...transfer.items].flatMap((item) => {
    const file = item.kind === 'file' && !isFolder(item) ? item.getAsFile() : null;
    return file ? [file] : [];
  });
}
