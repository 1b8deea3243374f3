/** Shares of the monthly quota at which its owner is told, in percent (row 1.23). */
export const TOLD_SHARES = [80, 100] as const;

export type QuotaShare = { customerId: string; period: string; spent: number; limit: number; endsAt: Date; at: Date };

const holder = globalThis as typeof globalThis & { latchkeyQuotaShares?: Map<string, QuotaShare> };

/** Notes an owner who has come to a share worth telling; the flush tells each once. */
export function noteQuotaShare(share: QuotaShare): void {
  if (share.spent * 100 < share.limit * TOLD_SHARES[0]) return;
  holder.latchkeyQuotaShares ??= new Map();
  holder.latchkeyQuotaShares.set(`${share.customerId} ${share.period}`, share);
}

/** Takes what waits. */
export function takeQuotaShares(): QuotaShare[] {
  const taken = [...(holder.latchkeyQuotaShares?.values() ?? [])];
  delete holder.latchkeyQuotaShares;
  return taken;
}
