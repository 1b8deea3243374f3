import { uploads as words } from '../../../_texts/en/uploads';
import { fillText } from '../../../_texts/fill-text';
import { Button } from '../../../_ui/button';
import { classNames } from '../../../_ui/class-names';
import { ProgressBar } from './progress-bar';
import type { Phase } from './start-upload';
import { statusWords } from './upload-words';
import type { ListedFile } from './use-uploads';

type RowProps = {
  file: ListedFile;
  again: (file: ListedFile) => void;
  cancel: (file: ListedFile) => void;
  remove: (file: ListedFile) => void;
};

const inks: Partial<Record<Phase, string>> = { stopped: 'text-bad', paused: 'text-warn', ready: 'text-good' };

/** One file: its name, a bar while it moves, what is happening in words, and what can be done about it. */
export function UploadRow({ file, again, cancel, remove }: RowProps) {
  const { phase, wish, sentBytes, storedBytes, problem } = file;
  const { name, size } = wish.file;
  const isOver = phase === 'ready' || phase === 'cancelled' || phase === 'stopped';
  const [first, ...rest] = statusWords(file);
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 break-all pt-1 font-medium">{name}</p>
        <div className="flex flex-wrap gap-2">
          {phase === 'stopped' ? <GoOn file={file} again={again} /> : null}
          {isOver ? (
            <Button
              variant="quiet"
              size="small"
              aria-label={fillText(words.removeName, { name })}
              onClick={() => remove(file)}
            >
              {words.remove}
            </Button>
          ) : (
            <Button
              variant="secondary"
              size="small"
              aria-label={fillText(words.cancelName, { name })}
              onClick={() => cancel(file)}
            >
              {words.cancel}
            </Button>
          )}
        </div>
      </div>
      {isOver || phase === 'waiting' || phase === 'opening' ? null : (
        <ProgressBar
          label={fillText(words.progress, { name })}
          value={phase === 'storing' ? storedBytes : sentBytes}
          of={size}
          isStill={phase === 'paused'}
        />
      )}
      <p className={classNames('max-w-text text-sm', inks[phase] ?? 'text-muted')}>
        {first}
        {rest.length > 0 ? <span className="nums"> · {rest.join(' · ')}</span> : null}
        {phase === 'stopped' && problem === 'signed_out' ? <SignInAgain /> : null}
      </p>
    </li>
  );
}

// The same bytes would be refused again: only another file helps, so there is nothing to continue.
const FINAL = /^(file_|zip_|hash_differs|size_differs|release_not_found|platform_invalid)/;

function GoOn({ file, again }: Pick<RowProps, 'file' | 'again'>) {
  if (FINAL.test(file.problem ?? '') && file.problem !== 'file_name_taken') return null;
  return (
    <Button
      variant="secondary"
      size="small"
      aria-label={fillText(words.goOnName, { name: file.wish.file.name })}
      onClick={() => again(file)}
    >
      {words.goOn}
    </Button>
  );
}

function SignInAgain() {
  return (
    <>
      {' '}
      <a className="text-ink underline" href="/sign-in?return=%2Fadmin%2Fproducts" target="_blank" rel="noopener">
        {words.signIn}
      </a>
    </>
  );
}
