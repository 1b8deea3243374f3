/**
 * The text of an Idempotency-Key: a quoted string as the draft writes it (RFC 8941), or bare as most clients send it. The
 * two are the same key. Undefined when it is neither: 1 to 255 printable ASCII characters.
 */
export function readIdempotencyKey(header: string): string | undefined {
  const sent = header.trim();
  const quoted = /^"((?:[^"\\]|\\["\\])*)"$/.exec(sent)?.[1];
  if (quoted === undefined && sent.includes('"')) return undefined;
  const key = quoted?.replace(/\\(["\\])/g, '$1') ?? sent;
  return /^[\x20-\x7e]{1,255}$/.test(key) ? key : undefined;
}
