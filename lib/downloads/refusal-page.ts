import type { DownloadRefusal } from './open-download';

type Words = { status: 403 | 404 | 410; title: string; text: string };

const WORDS: Record<DownloadRefusal, Words> = {
  link_invalid: {
    status: 404,
    title: 'This download link is not complete',
    text: 'It may have been cut off or come from an earlier shop. Fresh links wait in your account.',
  },
  link_expired: {
    status: 410,
    title: 'This download link has run out',
    text: 'Links live for a few days. Fresh ones wait in your account.',
  },
  not_entitled: {
    status: 403,
    title: 'This download is no longer open',
    text: 'The licence behind it has ended, was refunded or is on hold, or this version was withdrawn. Your account shows its state.',
  },
  file_missing: {
    status: 404,
    title: 'The file of this download is missing',
    text: 'The store cannot find it. Your licence is not affected; please tell the store.',
  },
  source_not_set_up: {
    status: 404,
    title: 'The file of this download cannot be reached',
    text: 'The store keeps it in a place that is not set up here. Your licence is not affected; please tell the store.',
  },
};

/** A page that says why there is no file and what to do; needs no script, no style and no cookie. */
export function refusalPage(reason: DownloadRefusal, headers: Record<string, string>, status?: number): Response {
  const words = WORDS[reason];
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${words.title}</title>
</head>
<body>
<main>
<h1>${words.title}</h1>
<p>${words.text}</p>
<p><a href="/account/api-downloads">Go to API Downloads</a></p>
</main>
</body>
</html>
`;
  return new Response(body, {
    status: status ?? words.status,
    headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' },
  });
}
