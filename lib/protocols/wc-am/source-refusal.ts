/**
 * With trusted sources set, a call must name its own address, and it must be one of them and the one it really came from
 * (wc-am.md 1.3). `address` is the caller's as far as configured proxies are believed.
 */
export function sourceRefusal(
  sent: string | undefined,
  address: string,
  trusted: readonly string[],
): { reason: 'source_missing' | 'source_untrusted' } | undefined {
  if (trusted.length === 0) return undefined;
  if (sent === undefined) return { reason: 'source_missing' };
  const named = sent.toLowerCase();
  return named === address.toLowerCase() && trusted.includes(named) ? undefined : { reason: 'source_untrusted' };
}
