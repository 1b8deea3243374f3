import { Stopped } from './stopped';

/** Computes a file's SHA-256 beside the page, in a thread of its own and in slices: lower-case hex. */
export function hashFile(file: File, signal: AbortSignal): Promise<string> {
  const worker = new Worker(new URL('./hash-file.worker.ts', import.meta.url), { type: 'module' });
  const hashed = new Promise<string>((resolve, reject) => {
    const fail = () => reject(new Stopped('file_unreadable'));
    worker.onmessage = ({ data }: MessageEvent<string | undefined>) => (data === undefined ? fail() : resolve(data));
    worker.onerror = fail;
    signal.addEventListener('abort', fail, { once: true });
    worker.postMessage(file);
  });
  // It may fail while parts are still being sent; whoever awaits it hears of it then.
  hashed.catch(() => {}).finally(() => worker.terminate());
  return hashed;
}
