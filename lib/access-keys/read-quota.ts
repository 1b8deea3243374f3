/** How an owner stands with the plan: what `/quota` and the plan page tell. */
export type QuotaStanding = {
  plan: {
    name: string;
    maxKeys: number | null;
    maxPairs: number;
    allowsPairs: boolean;
    monthlyCalls: number | null;
    callsPerMinute: number;
  };
  /** YYYY-MM in the store's billing zone. */
  period: string;
  /** Calls spent in this period; for a plan without a quota the sum of the keys' counters. */
  used: number;
  resetsAt: Date;
};

/** The standing of an owner at an instant; undefined for nobody. */
export async function readQuota(_customerId: string, _at: Date): Promise<QuotaStanding | undefined> {
  return undefined;
}
