import { createHmac, timingSafeEqual } from 'node:crypto';

/** For whom a link is: a person's browser may be sent on to the storage; Dropbox is handed the bytes themselves. */
export type LinkPurpose = 'person' | 'dropbox';

/** The purchase a right came from, by its own number: one order, or one subscription. */
export type BoughtBy = { kind: 'order' | 'subscription'; number: number };

/** What a download link permits: one customer, one file, through one API Resource of one order, until an instant. */
export type DownloadLink = {
  purpose: LinkPurpose;
  customerId: string;
  artifactId: string;
  apiResourceId: string;
  boughtBy: BoughtBy;
  /** Whole seconds count. */
  expiresAt: Date;
};

/** A link of the first version names no order: its API Resource alone says which it was. */
export type ReadLink = Omit<DownloadLink, 'boughtBy'> & { boughtBy: BoughtBy | undefined };

export type ReadDownloadLink = { ok: true; link: ReadLink } | { ok: false; reason: 'link_invalid' | 'link_expired' };

// The places of the codes are what links that were given out say: append only.
const PURPOSES = ['person', 'dropbox'] as const;
const KINDS = ['order', 'subscription'] as const;
const IDS = 3 * 16;
const MAC_BYTES = 32;
const MAX_LENGTH = 200;

/** Version 1: version, three ids, expiry. Version 2: version, purpose, three ids, kind and number of the order, expiry. */
const LENGTHS = new Map([
  [1, 1 + IDS + 4],
  [2, 1 + 1 + IDS + 1 + 4 + 4],
]);

/**
 * The link as one path segment: its facts in a fixed binary order and their HMAC, base64url. Nothing of it lies in the
 * query, so reordering, adding or re-encoding query parameters on the way cannot break it (security.md E70).
 */
export function signDownloadLink(link: DownloadLink, key: Buffer): string {
  const body = Buffer.concat([
    Buffer.from([2, PURPOSES.indexOf(link.purpose)]),
    ...[link.customerId, link.artifactId, link.apiResourceId].map((id) => Buffer.from(id.replaceAll('-', ''), 'hex')),
    Buffer.from([KINDS.indexOf(link.boughtBy.kind)]),
    uint32(link.boughtBy.number),
    uint32(Math.floor(link.expiresAt.getTime() / 1000)),
  ]);
  return Buffer.concat([body, macOf(body, key)]).toString('base64url');
}

/** Reads a link back: the signature first, then the time. */
export function readDownloadLink(text: string, key: Buffer, at: Date): ReadDownloadLink {
  const body = signedBody(text, key);
  const link = body && (body[0] === 1 ? firstVersion(body) : secondVersion(body));
  if (!link) return { ok: false, reason: 'link_invalid' };
  return link.expiresAt > at ? { ok: true, link } : { ok: false, reason: 'link_expired' };
}

function signedBody(text: string, key: Buffer): Buffer | undefined {
  if (text.length > MAX_LENGTH || !/^[\w-]+$/.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  const length = LENGTHS.get(bytes[0] ?? 0);
  if (length === undefined || bytes.length !== length + MAC_BYTES) return undefined;
  const body = bytes.subarray(0, length);
  return timingSafeEqual(bytes.subarray(length), macOf(body, key)) ? body : undefined;
}

function firstVersion(body: Buffer): ReadLink {
  return { purpose: 'person', ...idsAt(body, 1), boughtBy: undefined, expiresAt: instantAt(body, 1 + IDS) };
}

function secondVersion(body: Buffer): ReadLink | undefined {
  const purpose = PURPOSES[body.readUInt8(1)];
  const kind = KINDS[body.readUInt8(2 + IDS)];
  if (!purpose || !kind) return undefined;
  const boughtBy = { kind, number: body.readUInt32BE(3 + IDS) };
  return { purpose, ...idsAt(body, 2), boughtBy, expiresAt: instantAt(body, 7 + IDS) };
}

function idsAt(body: Buffer, start: number): Pick<DownloadLink, 'customerId' | 'artifactId' | 'apiResourceId'> {
  const idAt = (place: number) =>
    body
      .toString('hex', start + place * 16, start + (place + 1) * 16)
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { customerId: idAt(0), artifactId: idAt(1), apiResourceId: idAt(2) };
}

function instantAt(body: Buffer, place: number): Date {
  return new Date(body.readUInt32BE(place) * 1000);
}

function uint32(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}

function macOf(body: Buffer, key: Buffer): Buffer {
  return createHmac('sha256', key).update('artifact|').update(body).digest();
}
