import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import { auditProduct } from './audit-product';
import { fingerprintOf } from './fingerprint';
import { isTerm, type LicensingTerms, TERM_NAMES, type TermName } from './licensing-terms';
import { type LockedProduct, lockProduct } from './lock-product';

/** What one plan says itself; a name that is left out follows the product. */
export type PlanTerms = { planId: string } & Partial<LicensingTerms>;

export type LicensingRules = {
  /** What clients of 2013 to 2018 send instead of a number; empty = none. Exact, in its letter case too. */
  legacyTitle: string;
  defaults: LicensingTerms;
  plans: PlanTerms[];
};

/** `planId` left out: the product's own default. */
export type LicensingProblem = { planId?: string; name: TermName | 'legacyTitle'; problem: 'invalid' | 'taken' };

export type EditLicensingResult =
  | { ok: true; isChanged: boolean }
  | { ok: false; reason: 'product_not_found' | 'changed_meanwhile' }
  | { ok: false; reason: 'rules_refused'; problems: LicensingProblem[] };

/** The terms of a plan as they are kept: the values in force, and which of them follow the product. */
type KeptTerms = LicensingTerms & { inheritsLimit: boolean; inheritsTerm: boolean; inheritsUpdates: boolean };
type Kept = { legacyTitle: string; defaults: LicensingTerms; plans: ReadonlyMap<string, KeptTerms> };

const FLAGS = { activationLimit: 'inheritsLimit', termDays: 'inheritsTerm', updateDays: 'inheritsUpdates' } as const;
const LONGEST_TITLE = 200;

/**
 * Sets a product's licensing terms and which plans go their own way. The values in force are written into the plans in the
 * same transaction, so whoever sells reads one row as before. For what is bought from now on: purchases keep the terms they
 * were made with (`licensing/apply-plan-terms` reaches back). `fingerprint` is `licensingFingerprint` of what was shown.
 */
export async function editLicensing(wish: {
  productId: string;
  rules: LicensingRules;
  fingerprint: string;
  actor: Actor;
  at?: Date;
}): Promise<EditLicensingResult> {
  const { productId, rules, fingerprint, actor, at = now() } = wish;
  const problems = problemsOf(rules);
  if (problems.length > 0) return { ok: false, reason: 'rules_refused', problems };
  return inTransaction(async (tx) => {
    const product = await lockProduct(tx, productId);
    if (!product) return { ok: false, reason: 'product_not_found' };
    const before = keptOf(product);
    const after = keptAfter(product, rules);
    if (printOf(before) === printOf(after)) return { ok: true, isChanged: false };
    if (fingerprint !== licensingFingerprint(product)) return { ok: false, reason: 'changed_meanwhile' };
    if (!(await isTitleFree(tx, productId, after.legacyTitle))) {
      return { ok: false, reason: 'rules_refused', problems: [{ name: 'legacyTitle', problem: 'taken' }] };
    }
    await write(tx, productId, after);
    const facts = { before: factsOf(product, before), after: factsOf(product, after) };
    await auditProduct(tx, { actor, action: 'product.edit_licensing', objectId: productId, ...facts, at });
    return { ok: true, isChanged: true };
  });
}

/** What a product and its plans are read with to be edited here. */
type Shown = Pick<LockedProduct, 'legacyTitle' | 'defaultActivationLimit' | 'defaultTermDays' | 'defaultUpdateDays'> & {
  plans: readonly (KeptTerms & { id: string; archivedAt: Date | null })[];
};

/** Stands for the licensing of a product and of its plans on sale. */
export function licensingFingerprint(product: Shown): string {
  return printOf(keptOf({ ...product, plans: product.plans.filter(({ archivedAt }) => archivedAt === null) }));
}

function keptOf(product: Shown): Kept {
  return {
    legacyTitle: product.legacyTitle ?? '',
    defaults: {
      activationLimit: product.defaultActivationLimit,
      termDays: product.defaultTermDays,
      updateDays: product.defaultUpdateDays,
    },
    plans: new Map(product.plans.map((plan) => [plan.id, termsOf(plan)])),
  };
}

function termsOf(plan: KeptTerms): KeptTerms {
  const { activationLimit, termDays, updateDays, inheritsLimit, inheritsTerm, inheritsUpdates } = plan;
  return { activationLimit, termDays, updateDays, inheritsLimit, inheritsTerm, inheritsUpdates };
}

// A plan that the form did not show (an archived one) keeps its own values and goes on following where it does.
function keptAfter(product: LockedProduct, { legacyTitle, defaults, plans }: LicensingRules): Kept {
  const wanted = new Map(plans.map((plan) => [plan.planId, plan]));
  const after = product.plans.map((plan): [string, KeptTerms] => {
    const own = wanted.get(plan.id);
    const terms = termsOf(plan);
    for (const name of TERM_NAMES) {
      // A subscription lives as long as it is paid for.
      if (name !== 'activationLimit' && plan.billingInterval !== null) continue;
      const value = own?.[name];
      if (own) terms[FLAGS[name]] = value === undefined;
      if (terms[FLAGS[name]]) terms[name] = defaults[name];
      else if (value !== undefined) terms[name] = value;
    }
    return [plan.id, terms];
  });
  return { legacyTitle: legacyTitle.trim(), defaults, plans: new Map(after) };
}

async function write(tx: Tx, productId: string, { legacyTitle, defaults, plans }: Kept): Promise<void> {
  const { activationLimit, termDays, updateDays } = defaults;
  await tx.product.update({
    where: { id: productId },
    data: {
      legacyTitle: legacyTitle === '' ? null : legacyTitle,
      defaultActivationLimit: activationLimit,
      defaultTermDays: termDays,
      defaultUpdateDays: updateDays,
    },
  });
  for (const [id, terms] of plans) await tx.plan.update({ where: { id }, data: terms });
}

async function isTitleFree(tx: Tx, productId: string, legacyTitle: string): Promise<boolean> {
  if (legacyTitle === '') return true;
  return (await tx.product.count({ where: { legacyTitle, id: { not: productId } } })) === 0;
}

function problemsOf({ legacyTitle, defaults, plans }: LicensingRules): LicensingProblem[] {
  const isTitle = legacyTitle.length <= LONGEST_TITLE && !legacyTitle.includes('\0');
  const own = plans.flatMap(({ planId, ...terms }) => invalidIn(terms).map((name) => ({ planId, name })));
  const wrong = [...invalidIn(defaults).map((name) => ({ name })), ...own];
  return [
    ...(isTitle ? [] : [{ name: 'legacyTitle' as const, problem: 'invalid' as const }]),
    ...wrong.map((one) => ({ ...one, problem: 'invalid' as const })),
  ];
}

function invalidIn(terms: Partial<LicensingTerms>): TermName[] {
  return TERM_NAMES.filter((name) => {
    const value = terms[name];
    return value !== undefined && !isTerm(name, value);
  });
}

function printOf({ legacyTitle, defaults, plans }: Kept): string {
  const byId = [...plans].sort(([a], [b]) => (a < b ? -1 : 1));
  const facts = byId.flatMap(([id, terms]) => [id, ...Object.values(terms)]);
  return fingerprintOf([legacyTitle, ...TERM_NAMES.map((name) => defaults[name]), ...facts]);
}

// Named by the number that people know: `1201 activationLimit`.
function factsOf(product: LockedProduct, { legacyTitle, defaults, plans }: Kept) {
  const facts: Record<string, string | number | boolean | null> = { legacyTitle };
  for (const name of TERM_NAMES) facts[name] = defaults[name];
  for (const { id, number } of product.plans) {
    for (const [name, value] of Object.entries(plans.get(id) ?? {})) facts[`${number} ${name}`] = value;
  }
  return facts;
}
