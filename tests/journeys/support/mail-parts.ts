/** A mail as it was caught: its headers in one line each, and its two bodies. */
export type CaughtMail = { headers: Record<string, string>; text: string; html: string };

/** Takes a message of the store apart: two parts, each in quoted-printable, base64 or as it is. */
export function mailParts(raw: string): CaughtMail {
  const [head = '', body = ''] = split(raw);
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1] ?? '';
  const parts = body.split(`--${boundary}`).map((part) => split(part.replace(/^\r\n/, '')));
  const bodyOf = (type: string) => {
    const [partHead = '', partBody = ''] = parts.find(([own = '']) => own.includes(type)) ?? [];
    return decoded(partBody, headersOf(partHead)['content-transfer-encoding'] ?? '7bit');
  };
  return { headers: headersOf(head), text: bodyOf('text/plain'), html: bodyOf('text/html') };
}

function split(message: string): string[] {
  const end = message.indexOf('\r\n\r\n');
  return [message.slice(0, end), message.slice(end + 4)];
}

function headersOf(head: string): Record<string, string> {
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return Object.fromEntries(
    lines.map((line) => {
      const [name = '', ...value] = line.split(':');
      return [name.toLowerCase(), value.join(':').trim()];
    }),
  );
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
