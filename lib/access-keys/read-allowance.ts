import { db } from '../db/client';
import { isUuid } from '../db/uuid';
import { readStoreSettings } from '../settings/store-settings';
import type { AccessKeyKind } from './caller';
import { countKeys } from './key-owner';

/** What an owner has and may still have. Null = unlimited. */
export type KeyAllowance = {
  plan: { id: string; name: string; monthlyCalls: number | null; callsPerMinute: number };
  /** Standard and secret keys, not removed, revoked or leaked. */
  keys: { used: number; max: number | null };
  pairs: { used: number; max: number; isInPlan: boolean };
  hasFactor: boolean;
  /** Of the store's setting. */
  allowedKinds: AccessKeyKind[];
  /** Kinds whose making and use asks for a second factor. */
  mfaRequiredFor: 'pair' | 'all' | 'none';
  /** 0 = no cap on lifetimes. */
  maxLifetimeDays: number;
  reveal: 'always' | 'step_up' | 'never';
  isDefaultKeyMade: boolean;
  areQueryKeysAllowed: boolean;
};

/** What the pages need to offer or explain (S2, S3, S4, S9); undefined for no such account. */
export async function readAllowance(customerId: string): Promise<KeyAllowance | undefined> {
  if (!isUuid(customerId)) return undefined;
  const customer = await db().customer.findUnique({
    where: { id: customerId },
    select: { accessPlan: true, factors: { where: { confirmedAt: { not: null } }, select: { id: true }, take: 1 } },
  });
  if (!customer) return undefined;
  const plan = customer.accessPlan ?? (await db().accessPlan.findFirstOrThrow({ where: { isDefault: true } }));
  const used = await countKeys(db(), customerId);
  const settings = await readStoreSettings();
  const { id, name, monthlyCalls, callsPerMinute } = plan;
  return {
    plan: { id, name, monthlyCalls, callsPerMinute },
    keys: { used: used.keys, max: plan.maxKeys },
    pairs: { used: used.pairs, max: plan.maxPairs, isInPlan: plan.allowsPairs },
    hasFactor: customer.factors.length > 0,
    allowedKinds: settings.developerKeyKinds,
    mfaRequiredFor: settings.mfaRequiredFor,
    maxLifetimeDays: settings.keyMaxLifetimeDays,
    reveal: settings.keyReveal,
    isDefaultKeyMade: settings.defaultKey && settings.developerKeyKinds.includes('standard'),
    areQueryKeysAllowed: settings.keysInQuery,
  };
}
