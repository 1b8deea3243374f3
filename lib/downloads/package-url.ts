import { timingSafeEqual } from 'node:crypto';
import { hmacSha256 } from '../secrets/hmac';

/** What a package address permits: the newest release that one order's licence to one product is entitled to. */
export type PackageLink = {
  customerNumber: number;
  /** The plan's number, as clients name the product. */
  productNumber: number;
  /** Of the order, or of the subscription. */
  orderNumber: number;
  /** For which installation and by which key it was asked (`packageMark`). */
  mark: string;
  /** Whole seconds count. */
  expiresAt: Date;
};

export type ReadPackageUrl = { ok: true; link: PackageLink } | { ok: false; reason: 'link_invalid' | 'link_expired' };

const MARK = /^[0-9a-f]{12}$/;
const SECRET_BYTES = 16;

/**
 * The address of an update package in the shape installed clients know (wc-am.md 6.2):
 * `/?user_id&am_download_file&am_order&hname&hkey&hexpires&remote_url`. The name marks activation and key, so that the
 * address dies with either; the secret is an HMAC over the other values, so nothing is stored and nothing is read: every
 * update answer carries one. `remote_url` only tells where the file lies and is not trusted back.
 */
export function packageUrl(storeUrl: string, link: PackageLink & { isRemote: boolean }, key: Buffer): string {
  return (
    `${storeUrl}/?user_id=${link.customerNumber}&am_download_file=${link.productNumber}&am_order=${link.orderNumber}` +
    `&hname=${link.mark}&hkey=${secretOf(link, key)}&hexpires=${unixOf(link.expiresAt)}` +
    `&remote_url=${link.isRemote ? 'yes' : 'no'}`
  );
}

/** Twelve characters that tell an activation and a key from the customer's others; they open nothing. */
export function packageMark(activationId: string, keyMark: string): string {
  return activationId.slice(0, 6) + keyMark;
}

/** Reads such an address back from its query, in whatever order. Links of an earlier system are invalid, not a fault. */
export function readPackageUrl(query: URLSearchParams, key: Buffer, at: Date): ReadPackageUrl {
  const [customerNumber, productNumber, orderNumber, expires] = [
    'user_id',
    'am_download_file',
    'am_order',
    'hexpires',
  ].map((name) => wholeNumber(query.get(name)));
  const mark = query.get('hname') ?? '';
  if (!customerNumber || !productNumber || !orderNumber || !expires || !MARK.test(mark)) {
    return { ok: false, reason: 'link_invalid' };
  }
  const link = { customerNumber, productNumber, orderNumber, mark, expiresAt: new Date(expires * 1000) };
  if (!isSame(query.get('hkey') ?? '', secretOf(link, key))) return { ok: false, reason: 'link_invalid' };
  return link.expiresAt > at ? { ok: true, link } : { ok: false, reason: 'link_expired' };
}

function secretOf(link: PackageLink, key: Buffer): string {
  const { customerNumber, productNumber, orderNumber, mark, expiresAt } = link;
  const facts = `package|2|newest|${customerNumber}|${productNumber}|${orderNumber}|${mark}|${unixOf(expiresAt)}`;
  return hmacSha256(key, facts).toString('hex', 0, SECRET_BYTES);
}

function unixOf(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}

// Wire numbers are PostgreSQL integers; more digits would be refused there with an error.
function wholeNumber(text: string | null): number | undefined {
  const number = text !== null && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
  return number !== undefined && number <= 0x7fffffff ? number : undefined;
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
