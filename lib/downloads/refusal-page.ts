import { createHash } from 'node:crypto';
import type { DownloadRefusal } from './open-download';

type Words = { status: 403 | 404 | 410 | 503; title: string; text: string };

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
  storage_unreachable: {
    status: 503,
    title: 'The file of this download cannot be reached',
    text: 'The place where the store keeps it does not answer. Your licence is not affected; please try again in a few minutes.',
  },
};

const STYLE = `
:root { color-scheme: light dark; --paper: #fcfbf8; --ink: #16181d; --muted: #65635e; --brass: #8c5e12; }
@media (prefers-color-scheme: dark) { :root { --paper: #121316; --ink: #eceae4; --muted: #a3a19b; --brass: #e0b25a; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/24px system-ui, sans-serif; }
main { max-width: 60ch; margin: 0 auto; padding: 15vh 16px; }
h1 { font-size: 24px; line-height: 32px; letter-spacing: -0.02em; }
p { color: var(--muted); }
a { color: var(--brass); text-underline-offset: 3px; }
`;

const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`;

/** A page that says why there is no file and what to do; needs no script and no cookie. */
export function refusalPage(reason: DownloadRefusal, headers: Record<string, string>, status?: number): Response {
  const words = WORDS[reason];
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${words.title}</title>
<style>${STYLE}</style>
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
    headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': POLICY },
  });
}
