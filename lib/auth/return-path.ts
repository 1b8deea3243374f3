const BASE = 'http://own.invalid';

/**
 * Where to go after signing in: `wanted` if it is a path of this store, else `fallback`. "//host", "/\host" and control
 * characters are read by browsers as another site, so what the URL parser makes of them decides.
 */
export function returnPath(wanted: unknown, fallback = '/account'): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/')) return fallback;
  if (!URL.canParse(wanted, BASE)) return fallback;
  const url = new URL(wanted, BASE);
  if (url.origin !== BASE || url.pathname.startsWith('//')) return fallback;
  return url.pathname + url.search + url.hash;
}
