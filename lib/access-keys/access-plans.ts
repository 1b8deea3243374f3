import type { Actor } from '../audit/record-audit';

/** What an account may have of the management API. Null = unlimited. */
export type PlanTerms = {
  name: string;
  maxKeys: number | null;
  maxPairs: number;
  allowsPairs: boolean;
  monthlyCalls: number | null;
  callsPerMinute: number;
};

export type AccessPlan = PlanTerms & {
  id: string;
  isDefault: boolean;
  createdAt: Date;
  /** Accounts it was given to; the default one also holds for everybody without a plan. */
  customerCount: number;
};

export type SavePlanResult =
  | { ok: true; plan: AccessPlan }
  | { ok: false; reason: 'plan_not_found' | 'name_taken' | 'name_invalid' | 'out_of_range' };

/** Every plan, the default one first. */
export async function listPlans(): Promise<AccessPlan[]> {
  throw new Error('Not built yet');
}

/** Makes a plan. It holds for nobody until it is assigned or made the default. */
export async function createPlan(wish: PlanTerms & { actor: Actor; at?: Date }): Promise<SavePlanResult> {
  throw new Error(`Not built yet: ${wish.name}`);
}

/** Changes a plan for everybody who has it, from their next call. No key is ended by a lower maximum. */
export async function editPlan(
  wish: Partial<PlanTerms> & { planId: string; actor: Actor; at?: Date },
): Promise<SavePlanResult> {
  throw new Error(`Not built yet: ${wish.planId}`);
}

/** Makes a plan the one of everybody without another. */
export async function makeDefaultPlan(wish: { planId: string; actor: Actor; at?: Date }): Promise<SavePlanResult> {
  throw new Error(`Not built yet: ${wish.planId}`);
}

export type AssignPlanResult = { ok: true } | { ok: false; reason: 'plan_not_found' | 'customer_not_found' };

/** Gives an account a plan, or with null the default one. */
export async function assignPlan(wish: {
  customerNumber: number;
  planId: string | null;
  actor: Actor;
  at?: Date;
}): Promise<AssignPlanResult> {
  throw new Error(`Not built yet: ${wish.customerNumber}`);
}
