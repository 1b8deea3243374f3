type RequestHeaders = Pick<Headers, 'get'>;

/**
 * Whether a request that changes something may have been sent by one of our own pages. Browsers say so in Sec-Fetch-Site,
 * which no page can forge; older ones and plain http addresses name the Origin of every POST, which must then be the host
 * asked for. A request with neither comes from no browser, so nobody's cookie was borrowed for it (security.md T12).
 */
export function isFromOwnPage(headers: RequestHeaders): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === headers.get('host');
}
