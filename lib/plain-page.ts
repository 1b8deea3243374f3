import { createHash } from 'node:crypto';

const STYLE = `
:root { color-scheme: light dark; --paper: #fcfbf8; --ink: #16181d; --muted: #65635e; --brass: #8c5e12; }
@media (prefers-color-scheme: dark) { :root { --paper: #121316; --ink: #eceae4; --muted: #a3a19b; --brass: #e0b25a; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/24px system-ui, sans-serif; }
main { max-width: 60ch; margin: 0 auto; padding: 15vh 16px; }
h1 { font-size: 24px; line-height: 32px; letter-spacing: -0.02em; }
p { color: var(--muted); }
a { color: var(--brass); text-underline-offset: 3px; }
`;

/** The headers that such a page must be sent with. */
export const PLAIN_PAGE = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`,
};

/**
 * A page that says in a few words why there is nothing else; it needs no script, no cookie and no database. The words are put
 * in as they are, so they may hold nothing that anybody sent.
 */
export function plainPage({
  title,
  text,
  link,
}: {
  title: string;
  text: string;
  link?: { href: string; label: string };
}) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
${link ? `<p><a href="${link.href}">${link.label}</a></p>\n` : ''}</main>
</body>
</html>
`;
}
