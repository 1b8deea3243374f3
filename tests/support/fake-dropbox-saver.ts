import type { fakeFiles } from './fake-dropbox-files';
import type { FakeAnswer } from './fake-dropbox-oauth';

// Written anew after the messages that Dropbox's own drop-in exchanges with its window: ready, files, job_id.
const SCRIPT = `(() => {
  const { src, dataset } = document.getElementById('dropboxjs');
  const base = new URL(src).origin;
  window.Dropbox = {
    isBrowserSupported: () => true,
    save(options) {
      const origin = encodeURIComponent(location.origin);
      const popup = window.open(base + '/saver?origin=' + origin + '&app_key=' + dataset.appKey, 'dropbox', 'width=735,height=670');
      if (!popup) throw new Error('Failed to open/load the window.');
      let hasJob = false;
      const watch = setInterval(() => {
        if (popup.closed) { clearInterval(watch); if (!hasJob) options.cancel(); }
      }, 100);
      addEventListener('message', (event) => {
        if (event.source !== popup) return;
        const { method, params } = JSON.parse(event.data);
        if (method === 'ready') popup.postMessage(JSON.stringify({ method: 'files', params: options.files }), base);
        if (method !== 'job_id') return;
        hasJob = true;
        popup.close();
        options.progress(0);
        const poll = async () => {
          const job = await (await fetch(base + '/dropins/job_status?job=' + params)).json();
          if (job.status === 'COMPLETE') { options.progress(1); options.success(); }
          else if (job.status === 'FAILED') options.error(job.error);
          else { options.progress(job.progress / 100); setTimeout(poll, 300); }
        };
        poll();
      });
    },
  };
})();`;

const WINDOW = `<h1>Stand-in for Dropbox</h1><button>Save</button><script>
let files = [];
addEventListener('message', (event) => { files = JSON.parse(event.data).params; });
opener.postMessage(JSON.stringify({ method: 'ready' }), new URLSearchParams(location.search).get('origin'));
document.querySelector('button').addEventListener('click', async () => {
  const answer = await fetch('/saver', { method: 'POST', body: JSON.stringify(files[0]) });
  opener.postMessage(JSON.stringify({ method: 'job_id', params: await answer.text() }), '*');
});
</script>`;

/** The drop-in script, its window and its question about progress. Undefined when the address is none of these. */
export async function answerSaver(
  call: { method: string; url: string; body: string },
  files: ReturnType<typeof fakeFiles>,
): Promise<FakeAnswer | undefined> {
  const { pathname, searchParams } = new URL(call.url, 'http://dropbox.test');
  if (pathname === '/static/api/2/dropins.js') return { status: 200, html: SCRIPT };
  if (pathname === '/saver' && call.method === 'GET') return { status: 200, html: WINDOW };
  if (pathname === '/saver') {
    // Written by the window above.
    const { url, filename } = JSON.parse(call.body) as { url: string; filename: string };
    const { json } = await files.saveUrl('saver', { path: `/${filename}`, url });
    // Jobs are only answered at once when a test asks for that, which those of the Saver do not.
    return { status: 200, html: (json as { async_job_id: string }).async_job_id };
  }
  if (pathname !== '/dropins/job_status') return undefined;
  // The shape is files.SaveUrlJobStatus, of which the tag is enough here.
  const job = files.checkJob('saver', { async_job_id: searchParams.get('job') }).json as { '.tag': string };
  if (job['.tag'] === 'complete') return { status: 200, json: { status: 'COMPLETE' } };
  if (job['.tag'] === 'in_progress') return { status: 200, json: { status: 'DOWNLOADING', progress: 50 } };
  return { status: 200, json: { status: 'FAILED', error: 'The file could not be fetched.' } };
}
