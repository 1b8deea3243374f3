import { finishUpload, listUnheld } from '../uploads/finish-upload';
import { log } from './log';
import { repeat } from './repeat';
import type { StopList } from './stop-list';

// A retry asked for on a page, and what a process left that died, begin this soon.
const LOOK_MS = 2_000;

const stopping = new AbortController();
const inHand = new Set<Promise<void>>();

/** Checks and stores an upload now, beside the request that asked for it. */
export function finishSoon(uploadId: string): void {
  const work = finishUpload(uploadId, stopping.signal)
    .catch((error: unknown) => log().error({ err: error, uploadId }, 'upload.finish.failed'))
    .finally(() => inHand.delete(work));
  inHand.add(work);
}

/** Takes up every upload that waits in nobody's hands, until the store stops; then what is in hand is put down again. */
export function finishUploads(stops: StopList): void {
  const look = async () => {
    for (const uploadId of await listUnheld()) finishSoon(uploadId);
  };
  const stop = repeat('uploads.finish', LOOK_MS, look);
  stops.add('the finishing of uploads', async () => {
    stopping.abort(new Error('The store is stopping'));
    await stop();
    await Promise.all(inHand);
  });
}
