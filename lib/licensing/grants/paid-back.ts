import type { Grant, GrantFact } from './grant-fact';

type FactOf<K extends GrantFact['kind']> = Extract<GrantFact, { kind: K }>;

/** What has come back of each payment, by the payment's cause. */
export type PaidBack = {
  /** Nothing of this payment stands: all of it went back, or its dispute was lost. */
  isBack: (cause: string, units: number) => boolean;
  /** How many of its units went back; fewer than it has. */
  unitsBack: (cause: string) => number;
  /** True while its bank disputes it and the store suspends for that. */
  isDisputed: (cause: string) => boolean;
};

/**
 * Reads refunds and disputes, whatever order they were told in: the last fact of a refund stands, and a dispute that has
 * been decided stays decided. `grants` in the order they were recorded.
 */
export function paidBack(grants: readonly Grant[]): PaidBack {
  const refunds = new Map<string, FactOf<'refund'>>();
  const disputes = new Map<string, FactOf<'dispute'>>();
  for (const { fact } of grants) {
    if (fact.kind === 'refund') refunds.set(`${fact.refundId} ${fact.of}`, fact);
    if (fact.kind !== 'dispute') continue;
    const name = `${fact.disputeId} ${fact.of}`;
    if ((disputes.get(name)?.status ?? 'open') === 'open') disputes.set(name, fact);
  }
  const refundsOf = (cause: string) => [...refunds.values()].filter(({ of }) => of === cause);
  const disputesOf = (cause: string) => [...disputes.values()].filter(({ of }) => of === cause);
  const unitsBack = (cause: string) => refundsOf(cause).reduce((sum, { units }) => sum + units, 0);
  return {
    unitsBack,
    isBack: (cause, units) =>
      unitsBack(cause) >= units ||
      refundsOf(cause).some(({ isAll }) => isAll) ||
      disputesOf(cause).some(({ status }) => status === 'lost'),
    isDisputed: (cause) => disputesOf(cause).some(({ status, suspends }) => status === 'open' && suspends),
  };
}
