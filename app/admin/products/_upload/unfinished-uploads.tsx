import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { uploads as words } from '../../../_texts/en/uploads';
import { fillText } from '../../../_texts/fill-text';
import { Button } from '../../../_ui/button';
import { formatSize } from '../../../_ui/format-size';
import { cancelFileUpload, retryFileUpload } from './actions';
import { ProgressBar } from './progress-bar';
import { problemWords } from './upload-words';
import { useRefreshWhile } from './use-uploads';

export type ShownUnfinished = {
  id: string;
  fileName: string;
  adminName: string;
  state: string;
  problem: string | undefined;
  sizeBytes: number;
  receivedBytes: number;
};

/** What is under way to this version from elsewhere: another window, another admin, or this one before a reload. */
export function UnfinishedUploads({ uploads }: { uploads: ShownUnfinished[] }) {
  useRefreshWhile(uploads.some(({ state }) => state === 'checking' || state === 'storing'));
  if (uploads.length === 0) return null;
  return (
    <section aria-labelledby="unfinished-uploads" className="flex flex-col gap-3">
      <h3 id="unfinished-uploads" className="font-semibold">
        {words.unfinishedTitle}
      </h3>
      <ul className="divide-y divide-line rounded-md border border-line bg-raised">
        {uploads.map((upload) => (
          <Unfinished key={upload.id} upload={upload} />
        ))}
      </ul>
    </section>
  );
}

function Unfinished({ upload }: { upload: ShownUnfinished }) {
  const { id, fileName: name, adminName, state, problem, sizeBytes, receivedBytes } = upload;
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const act = (action: (uploadId: string) => Promise<unknown>) =>
    startTransition(async () => {
      await action(id);
      router.refresh();
    });
  const arrived = fillText(words.arrived, {
    sent: formatSize(receivedBytes),
    size: formatSize(sizeBytes),
    person: adminName,
  });
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 break-all pt-1 font-medium">{name}</p>
        <div className="flex flex-wrap gap-2">
          {state === 'stalled' ? (
            <Button
              variant="secondary"
              size="small"
              disabled={isPending}
              aria-label={fillText(words.retryName, { name })}
              onClick={() => act(retryFileUpload)}
            >
              {words.retry}
            </Button>
          ) : null}
          <Button
            variant="danger"
            size="small"
            disabled={isPending}
            aria-label={fillText(words.discardName, { name })}
            onClick={() => act(cancelFileUpload)}
          >
            {words.discard}
          </Button>
        </div>
      </div>
      <ProgressBar label={fillText(words.progress, { name })} value={receivedBytes} of={sizeBytes} isStill />
      <p className="max-w-text text-muted text-sm">
        {arrived} <span className={state === 'stalled' ? 'text-bad' : undefined}>{stateWords(state, problem)}</span>
      </p>
    </li>
  );
}

function stateWords(state: string, problem: string | undefined): string {
  if (state === 'checking') return words['unfinished.checking'];
  if (state === 'storing') return words['unfinished.storing'];
  return state === 'stalled' ? problemWords(problem ?? 'other') : words['unfinished.receiving'];
}
