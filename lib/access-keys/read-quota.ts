import { db } from '../db/client';
import { readStoreSettings } from '../settings/store-settings';
import { periodOf } from './period';

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
export async function readQuota(customerId: string, at: Date): Promise<QuotaStanding | undefined> {
  const customer = await db().customer.findUnique({ where: { id: customerId }, select: { accessPlan: true } });
  if (!customer) return undefined;
  const plan = customer.accessPlan ?? (await db().accessPlan.findFirst({ where: { isDefault: true } })) ?? UNLIMITED;
  const { billingZone } = await readStoreSettings();
  const { id: period, endsAt: resetsAt } = periodOf(at, billingZone);
  const { name, maxKeys, maxPairs, allowsPairs, monthlyCalls, callsPerMinute } = plan;
  const used = monthlyCalls === null ? await countedCalls(customerId, period) : await spentCalls(customerId, period);
  return { plan: { name, maxKeys, maxPairs, allowsPairs, monthlyCalls, callsPerMinute }, period, used, resetsAt };
}

// A store whose default plan was taken away by hand limits nobody; the guard reads it the same way.
const UNLIMITED: QuotaStanding['plan'] = {
  name: '',
  maxKeys: null,
  maxPairs: 1,
  allowsPairs: true,
  monthlyCalls: null,
  callsPerMinute: 300,
};

async function spentCalls(customerId: string, period: string): Promise<number> {
  const row = await db().accessQuota.findUnique({ where: { customerId_period: { customerId, period } } });
  return row?.calls ?? 0;
}

async function countedCalls(customerId: string, period: string): Promise<number> {
  const { _sum } = await db().accessMonth.aggregate({ where: { customerId, period }, _sum: { calls: true } });
  return _sum.calls ?? 0;
}
