type RequestHeaders = Pick<Headers, 'get'>;

/**
 * Whether a request that changes something was sent by one of our own pages. Browsers say so in Sec-Fetch-Site, which no
 * page can forge; older ones and plain http addresses at least name the Origin, which must then be the host asked for.
 * A request that says neither is refused (security.md T12).
 */
export function isFromOwnPage(headers: RequestHeaders): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  const host = headers.get('host');
  return origin !== null && host !== null && URL.canParse(origin) && new URL(origin).host === host;
}
