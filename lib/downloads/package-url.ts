import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a package address permits: the newest release that one order's licence to one product is entitled to. */
export type PackageLink = {
  customerNumber: number;
  /** The plan's number, as clients name the product. */
  productNumber: number;
  /** Of the order, or of the subscription. */
  orderNumber: number;
  /** Whole seconds count. */
  expiresAt: Date;
};

export type ReadPackageUrl = { ok: true; link: PackageLink } | { ok: false; reason: 'link_invalid' | 'link_expired' };

const NAME_LENGTH = 12;
const SECRET_LENGTH = 32;

/**
 * The address of an update package in the shape installed clients know (wc-am.md 6.2):
 * `/?user_id&am_download_file&am_order&hname&hkey&hexpires&remote_url=no`. Name and secret are two parts of one HMAC over
 * the other values, so nothing is stored and nothing is read: every update answer carries one.
 */
export function packageUrl(storeUrl: string, link: PackageLink, key: Buffer): string {
  const { name, secret } = marksOf(link, key);
  return (
    `${storeUrl}/?user_id=${link.customerNumber}&am_download_file=${link.productNumber}&am_order=${link.orderNumber}` +
    `&hname=${name}&hkey=${secret}&hexpires=${unixOf(link.expiresAt)}&remote_url=no`
  );
}

/** Reads such an address back from its query, in whatever order. Links of an earlier system are invalid, not a fault. */
export function readPackageUrl(query: URLSearchParams, key: Buffer, at: Date): ReadPackageUrl {
  const [customerNumber, productNumber, orderNumber, expires] = [
    'user_id',
    'am_download_file',
    'am_order',
    'hexpires',
  ].map((name) => wholeNumber(query.get(name)));
  if (!customerNumber || !productNumber || !orderNumber || !expires) return { ok: false, reason: 'link_invalid' };
  const link = { customerNumber, productNumber, orderNumber, expiresAt: new Date(expires * 1000) };
  const { name, secret } = marksOf(link, key);
  const given = `${query.get('hname')}|${query.get('hkey')}`;
  if (!isSame(given, `${name}|${secret}`)) return { ok: false, reason: 'link_invalid' };
  return link.expiresAt > at ? { ok: true, link } : { ok: false, reason: 'link_expired' };
}

function marksOf(link: PackageLink, key: Buffer): { name: string; secret: string } {
  const { customerNumber, productNumber, orderNumber, expiresAt } = link;
  const facts = `package|1|newest|${customerNumber}|${productNumber}|${orderNumber}|${unixOf(expiresAt)}`;
  const digest = createHmac('sha256', key).update(facts).digest('hex');
  return { name: digest.slice(0, NAME_LENGTH), secret: digest.slice(NAME_LENGTH, NAME_LENGTH + SECRET_LENGTH) };
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
