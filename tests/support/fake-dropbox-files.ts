import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import type { async as asyncJobs, files } from 'dropbox';
import type { FakeAnswer } from './fake-dropbox-oauth';

/** A file as it arrived. */
export type FakeFile = { sha256: string; size: number };

type Job = { refreshToken: string; outcome: files.SaveUrlJobStatus };

/** The shape of every error of an endpoint: a summary and a tagged value. */
export function endpointError<E extends { '.tag': string }>(status: number, error: E, summary: string): FakeAnswer {
  return { status, json: { error_summary: `${summary}/..`, error } };
}

/** `files/save_url` and its jobs. A file is really fetched, without following redirects, and kept by its hash. */
export function fakeFiles() {
  const folder = new Map<string, FakeFile>();
  const jobs = new Map<string, Job>();
  const running = new Set<Promise<void>>();
  const settings = {
    /** Bytes that still fit. */
    space: Number.POSITIVE_INFINITY,
    /** The next save is answered at once instead of with a job. */
    answersAtOnce: false,
    /** What a job waits for before it fetches. */
    gate: Promise.resolve(),
    folders: new Set<string>(),
  };

  async function fetchInto(wanted: string, url: string): Promise<files.SaveUrlJobStatus> {
    await settings.gate;
    const answer = await fetch(url, { redirect: 'manual' }).catch(() => undefined);
    if (answer?.status !== 200) return { '.tag': 'failed', failed: { '.tag': 'download_failed' } };
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (bytes.length > settings.space) return failedPath({ '.tag': 'insufficient_space' });
    if (settings.folders.has(wanted)) return failedPath({ '.tag': 'conflict', conflict: { '.tag': 'folder' } });
    const place = freePlace(wanted);
    folder.set(place, { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length });
    return { '.tag': 'complete', ...metadataOf(place, bytes.length) };
  }

  // Dropbox compares names without regard to case and keeps both files.
  function freePlace(wanted: string): string {
    const taken = new Set([...folder.keys()].map((name) => name.toLowerCase()));
    const { dir, name, ext } = path.posix.parse(wanted);
    for (let n = 0; ; n++) {
      const place = n === 0 ? wanted : path.posix.join(dir, `${name} (${n})${ext}`);
      if (!taken.has(place.toLowerCase())) return place;
    }
  }

  return {
    folder,
    settings,
    forgetJobs: () => jobs.clear(),
    /** Resolves when nothing is being fetched any more. */
    settled: () => Promise.all(running),
    async saveUrl(refreshToken: string, body: Record<string, unknown>): Promise<FakeAnswer> {
      const { path: wanted, url, ...rest } = body;
      const odd = Object.keys(rest);
      if (odd.length > 0) return badInput('files/save_url', `unknown field '${odd[0]}'`);
      if (typeof wanted !== 'string' || typeof url !== 'string')
        return badInput('files/save_url', 'missing required field');
      const refused = refusalOf(wanted, url);
      if (refused) return endpointError(409, refused, refused['.tag']);
      if (settings.answersAtOnce) {
        const outcome = await fetchInto(wanted, url);
        if (outcome['.tag'] === 'complete') {
          const answer: files.SaveUrlResult = outcome;
          return { status: 200, json: answer };
        }
        if (outcome['.tag'] === 'failed') return endpointError(409, outcome.failed, outcome.failed['.tag']);
      }
      const jobId = randomBytes(16).toString('base64url');
      const job: Job = { refreshToken, outcome: { '.tag': 'in_progress' } };
      jobs.set(jobId, job);
      const run: Promise<void> = fetchInto(wanted, url).then((outcome) => {
        job.outcome = outcome;
        running.delete(run);
      });
      running.add(run);
      const answer: files.SaveUrlResult = { '.tag': 'async_job_id', async_job_id: jobId };
      return { status: 200, json: answer };
    },
    checkJob(refreshToken: string, body: Record<string, unknown>): FakeAnswer {
      const job = jobs.get(String(body.async_job_id));
      const unknown: asyncJobs.PollError = { '.tag': 'invalid_async_job_id' };
      if (!job || job.refreshToken !== refreshToken) return endpointError(409, unknown, unknown['.tag']);
      return { status: 200, json: job.outcome };
    },
  };
}

/** What Dropbox writes as plain text when a request is not of the endpoint's form. */
export function badInput(route: string, fault: string): FakeAnswer {
  return { status: 400, html: `Error in call to API function "${route}": request body: ${fault}` };
}

function refusalOf(wanted: string, url: string): files.SaveUrlError | undefined {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return { '.tag': 'invalid_url' };
  if (!wanted.startsWith('/') || wanted.includes('//') || wanted.endsWith('/')) {
    return { '.tag': 'path', path: { '.tag': 'malformed_path', malformed_path: {} } };
  }
  if (/(^|\/)(desktop\.ini|thumbs\.db|\.ds_store|icon\r|\.dropbox)$/i.test(wanted)) {
    return { '.tag': 'path', path: { '.tag': 'disallowed_name' } };
  }
  return undefined;
}

function failedPath(error: files.WriteError): files.SaveUrlJobStatus {
  return { '.tag': 'failed', failed: { '.tag': 'path', path: error } };
}

function metadataOf(place: string, size: number): files.FileMetadata {
  const at = '2026-11-21T10:00:00Z';
  return {
    name: path.posix.basename(place),
    id: 'id:a4ayc_80_OEAAAAAAAAAXw',
    client_modified: at,
    server_modified: at,
    rev: '0123456789abcdef0',
    size,
    path_lower: place.toLowerCase(),
    path_display: place,
    is_downloadable: true,
  };
}
