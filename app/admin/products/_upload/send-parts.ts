import { type DetailedError, Upload } from 'tus-js-client';
import { PART_BYTES } from '@/lib/uploads/upload-limits';
import { Unreachable } from './outlast';
import { Stopped } from './stopped';

// A dead line says nothing; a slow one moves at least once in this time.
const SILENCE_MS = 45_000;

export type Opened = { uploadId: string; permit: string };

/**
 * Sends what the store has not got yet of a file, in parts. Rejects with `Unreachable` when the line broke (call it again:
 * it asks how far it came) and with `Stopped` when the store gave a reason.
 */
export function sendParts(file: File, opened: Opened, signal: AbortSignal, onSent: (bytes: number) => void) {
  return new Promise<void>((resolve, reject) => {
    let watch: ReturnType<typeof setTimeout> | undefined;
    const end = (settle: () => void) => {
      clearTimeout(watch);
      signal.removeEventListener('abort', stop);
      window.removeEventListener('offline', lost);
      settle();
    };
    const upload = new Upload(file, {
      uploadUrl: addressOf(opened),
      headers: { 'Upload-Permit': opened.permit },
      chunkSize: PART_BYTES,
      // Retrying is ours (outlast.ts): it never gives up, and tells the person.
      retryDelays: null,
      storeFingerprintForResuming: false,
      onProgress: (sent) => {
        listen();
        onSent(sent);
      },
      onSuccess: () => end(resolve),
      onError: (error) => end(() => reject(reasonOf(error))),
    });
    const leave = (reason: unknown) => {
      void upload.abort();
      end(() => reject(reason));
    };
    const stop = () => leave(signal.reason);
    const lost = () => leave(new Unreachable());
    const listen = () => {
      clearTimeout(watch);
      watch = setTimeout(lost, SILENCE_MS);
    };
    signal.addEventListener('abort', stop);
    window.addEventListener('offline', lost);
    listen();
    upload.start();
  });
}

/** Where the parts of an upload go. */
export function addressOf({ uploadId }: Opened): string {
  return `/uploads/${uploadId}`;
}

/** What an answer that is not a success means for going on. */
export function answerProblem(status: number, problem: string | null | undefined): Error {
  // Between looking and sending, another request of ours may have arrived: look again.
  if (problem === 'wrong_offset') return new Unreachable();
  if (problem) return new Stopped(problem);
  return status >= 500 || status === 408 || status === 429 || status === 423 ? new Unreachable() : new Stopped('other');
}

function reasonOf(error: Error | DetailedError): Error {
  const answer = 'originalResponse' in error ? error.originalResponse : null;
  return answer ? answerProblem(answer.getStatus(), answer.getHeader('upload-problem')) : new Unreachable();
}
