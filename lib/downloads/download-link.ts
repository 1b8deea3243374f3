import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a download link permits: one customer, one file, through one API Resource, until an instant. */
export type DownloadLink = { customerId: string; artifactId: string; apiResourceId: string; expiresAt: Date };

export type ReadDownloadLink =
  | { ok: true; link: DownloadLink }
  | { ok: false; reason: 'link_invalid' | 'link_expired' };

const VERSION = 1;
const ID_BYTES = 16;
const BODY_BYTES = 1 + 3 * ID_BYTES + 4;
const MAC_BYTES = 32;
const MAX_LENGTH = 200;

/**
 * The link as one path segment: its facts in a fixed binary order and their HMAC, base64url. Nothing of it lies in the
 * query, so reordering, adding or re-encoding query parameters on the way cannot break it (security.md E70).
 */
export function signDownloadLink(link: DownloadLink, key: Buffer): string {
  const body = bodyOf(link);
  return Buffer.concat([body, macOf(body, key)]).toString('base64url');
}

/** Reads a link back: the signature first, then the time. */
export function readDownloadLink(text: string, key: Buffer, at: Date): ReadDownloadLink {
  if (text.length > MAX_LENGTH || !/^[\w-]+$/.test(text)) return { ok: false, reason: 'link_invalid' };
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== BODY_BYTES + MAC_BYTES || bytes[0] !== VERSION) return { ok: false, reason: 'link_invalid' };
  const body = bytes.subarray(0, BODY_BYTES);
  if (!timingSafeEqual(bytes.subarray(BODY_BYTES), macOf(body, key))) return { ok: false, reason: 'link_invalid' };
  const link = linkOf(body);
  return link.expiresAt > at ? { ok: true, link } : { ok: false, reason: 'link_expired' };
}

function bodyOf({ customerId, artifactId, apiResourceId, expiresAt }: DownloadLink): Buffer {
  const body = Buffer.alloc(BODY_BYTES);
  body.writeUInt8(VERSION, 0);
  [customerId, artifactId, apiResourceId].forEach((id, place) => {
    body.write(id.replaceAll('-', ''), 1 + place * ID_BYTES, ID_BYTES, 'hex');
  });
  body.writeUInt32BE(Math.floor(expiresAt.getTime() / 1000), 1 + 3 * ID_BYTES);
  return body;
}

function linkOf(body: Buffer): DownloadLink {
  const idAt = (place: number) =>
    body
      .toString('hex', 1 + place * ID_BYTES, 1 + (place + 1) * ID_BYTES)
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return {
    customerId: idAt(0),
    artifactId: idAt(1),
    apiResourceId: idAt(2),
    expiresAt: new Date(body.readUInt32BE(1 + 3 * ID_BYTES) * 1000),
  };
}

function macOf(body: Buffer, key: Buffer): Buffer {
  return createHmac('sha256', key).update('artifact|').update(body).digest();
}
