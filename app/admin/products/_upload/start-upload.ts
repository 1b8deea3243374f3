import { cancelFileUpload, openFileUpload, retryFileUpload } from './actions';
import { hashFile } from './hash-file';
import { outlast, pause, Unreachable } from './outlast';
import { addressOf, answerProblem, type Opened, sendParts } from './send-parts';
import { Stopped } from './stopped';
import { makeRate } from './transfer-rate';

export type Phase =
  | 'waiting'
  | 'opening'
  | 'sending'
  | 'paused'
  | 'checking'
  | 'storing'
  | 'ready'
  | 'stopped'
  | 'cancelled';

export type Progress = {
  phase: Phase;
  sentBytes: number;
  storedBytes: number;
  bytesPerSecond: number | undefined;
  problem: string | undefined;
  uploadId: string | undefined;
};

export type Wish = { file: File; releaseId: string; platform: string };
/** Waits for the turn to send; the answer gives it to the next one. */
export type TakeTurn = (signal: AbortSignal) => Promise<() => void>;
type Tell = (change: Partial<Progress>) => void;

const LOOK_MS = 1_000;

/** Sends one file from opening to its end, outlasting cuts of the line. `cancel` gives it up here and in the store. */
export function startUpload(wish: Wish, takeTurn: TakeTurn, tell: Tell): { cancel: () => Promise<void> } {
  const controller = new AbortController();
  const { signal } = controller;
  let uploadId: string | undefined;
  const run = async () => {
    const opened = await send(wish, takeTurn, signal, (change) => {
      uploadId = change.uploadId ?? uploadId;
      tell(change);
    });
    await follow(opened, signal, tell);
  };
  run().catch((error: unknown) => {
    if (signal.aborted) return;
    tell({ phase: 'stopped', problem: error instanceof Stopped ? error.problem : 'other' });
  });
  return {
    cancel: async () => {
      controller.abort();
      if (uploadId !== undefined) await cancelFileUpload(uploadId);
      tell({ phase: 'cancelled' });
    },
  };
}

/** From the opening until every byte is there and the store has been told the hash. */
async function send(wish: Wish, takeTurn: TakeTurn, signal: AbortSignal, tell: Tell): Promise<Opened> {
  const onPause = () => tell({ phase: 'paused', bytesPerSecond: undefined });
  tell({ phase: 'opening', problem: undefined });
  // What the store refuses is told at once, whatever is being sent before it.
  const opened = await outlast(() => open(wish), signal, onPause);
  tell({ phase: 'waiting', uploadId: opened.uploadId, sentBytes: opened.receivedBytes });
  if (opened.state === 'stalled') await retryFileUpload(opened.uploadId);
  if (opened.state !== 'receiving') return opened;
  const next = await takeTurn(signal);
  try {
    const hash = hashFile(wish.file, signal);
    const rate = makeRate();
    const onSent = (sentBytes: number) => {
      tell({ phase: 'sending', sentBytes, bytesPerSecond: rate({ at: performance.now(), bytes: sentBytes }) });
    };
    await outlast(() => sendParts(wish.file, opened, signal, onSent), signal, onPause);
    tell({ phase: 'checking', sentBytes: wish.file.size });
    const sha256 = await hash;
    await outlast(() => ask(opened, signal, { method: 'POST', body: sha256 }), signal, onPause);
    return opened;
  } finally {
    next();
  }
}

async function open({ file, releaseId, platform }: Wish) {
  const chosen = {
    releaseId,
    fileName: file.name,
    sizeBytes: file.size,
    modifiedAt: file.lastModified,
    platform,
  };
  const result = await openFileUpload(chosen).catch(() => {
    throw new Unreachable();
  });
  // Without an answer Next is on its way to the sign-in page.
  if (!result?.ok) throw new Stopped(result?.reason ?? 'signed_out');
  return result;
}

/** Looks until the store has checked and kept the file, or says why not. */
async function follow(opened: Opened, signal: AbortSignal, tell: Tell): Promise<void> {
  for (;;) {
    const answer = await outlast(
      () => ask(opened, signal),
      signal,
      () => tell({ phase: 'paused' }),
    );
    const { state, problem, storedBytes } = (await answer.json()) as Standing; // our own lane's answer
    if (state === 'ready') return tell({ phase: 'ready' });
    if (state !== 'checking' && state !== 'storing') throw new Stopped(problem ?? 'upload_ended');
    tell({ phase: state, storedBytes });
    await pause(LOOK_MS, signal);
  }
}

type Standing = { state: string; problem: string | null; storedBytes: number };

async function ask(opened: Opened, signal: AbortSignal, init: RequestInit = {}): Promise<Response> {
  const headers = { 'Upload-Permit': opened.permit };
  const answer = await fetch(addressOf(opened), { ...init, headers, signal }).catch(() => {
    throw new Unreachable();
  });
  if (!answer.ok) throw answerProblem(answer.status, answer.headers.get('upload-problem'));
  return answer;
}
