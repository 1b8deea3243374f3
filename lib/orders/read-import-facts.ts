import type { Prisma, Tx } from '../db/client';
import { lookupDigest } from '../secrets/lookup-digest';
import type { ImportDocument } from './import-document';

export type PlanFacts = Prisma.PlanGetPayload<{ include: { product: { select: { title: true } } } }>;

/** What the rows of an import are judged by. Each row that fits adds its own numbers and keys. */
export type ImportFacts = {
  plans: ReadonlyMap<number, PlanFacts>;
  takenOrders: Set<number>;
  takenResources: Set<number>;
  /** By digest: whose master key it is; undefined for a key of another kind. */
  takenKeys: Map<string, string | undefined>;
  /** Numbers that rows of the document keep, which a row without one must not be given. */
  keptCustomers: ReadonlySet<number>;
  keptResources: ReadonlySet<number>;
};

/**
 * Reads what the store has of the document's plans, numbers and keys, by one statement for each kind: asked row by row they
 * took longer than the writing. A race with a sale at the same moment still breaks on the unique columns.
 */
export async function readImportFacts(tx: Tx, { customers }: ImportDocument): Promise<ImportFacts> {
  const orders = customers.flatMap((customer) => customer.orders);
  const items = orders.flatMap((order) => order.items);
  const keptResources = new Set(items.flatMap((item) => item.resourceNumber ?? []));
  const keys = items.flatMap((item) => [item.productOrderApiKey ?? [], item.associatedApiKeys].flat());
  const masters = customers.flatMap((customer) => customer.masterApiKey ?? []);
  return {
    plans: await readPlans(tx, [...new Set(items.map((item) => item.planNumber))]),
    takenOrders: await readTakenOrders(
      tx,
      orders.map((order) => order.number),
    ),
    takenResources: await readTakenResources(tx, [...keptResources]),
    takenKeys: await readTakenKeys(tx, [...keys, ...masters].map(digestOf)),
    keptCustomers: new Set(customers.flatMap((customer) => customer.number ?? [])),
    keptResources,
  };
}

/** Claims keys for a row; false, and nothing claimed, when one of them is here, in an earlier row, or twice among them. */
export function takeKeys({ takenKeys }: ImportFacts, keys: readonly string[]): boolean {
  const digests = new Set(keys.map(digestOf));
  if (digests.size < keys.length || [...digests].some((digest) => takenKeys.has(digest))) return false;
  for (const digest of digests) takenKeys.set(digest, undefined);
  return true;
}

/** Claims a master key for a customer, or says why it is not theirs. */
export function takeMasterKey(
  { takenKeys }: ImportFacts,
  { key, customerId }: { key: string; customerId: string },
): 'key_taken' | 'master_key_of_another_customer' | undefined {
  const digest = digestOf(key);
  if (takenKeys.has(digest)) return takenKeys.get(digest) ? 'master_key_of_another_customer' : 'key_taken';
  takenKeys.set(digest, customerId);
  return undefined;
}

async function readPlans(tx: Tx, numbers: number[]): Promise<Map<number, PlanFacts>> {
  const include = { product: { select: { title: true } } } as const;
  const plans = await tx.plan.findMany({ where: { number: { in: numbers } }, include });
  return new Map(plans.map((plan) => [plan.number, plan]));
}

// As one array each: a list of single parameters ends at 32,767.
async function readTakenOrders(tx: Tx, numbers: number[]): Promise<Set<number>> {
  const rows = await tx.$queryRaw<{ number: number }[]>`
    SELECT number FROM "order" WHERE number = ANY (${numbers}::int[])`;
  return new Set(rows.map((row) => row.number));
}

async function readTakenResources(tx: Tx, numbers: number[]): Promise<Set<number>> {
  const rows = await tx.$queryRaw<{ number: number }[]>`
    SELECT number FROM api_resource WHERE number = ANY (${numbers}::int[])`;
  return new Set(rows.map((row) => row.number));
}

async function readTakenKeys(tx: Tx, digests: string[]): Promise<Map<string, string | undefined>> {
  const rows = await tx.$queryRaw<{ digest: string; owner: string | null }[]>`
    SELECT asked.digest, CASE WHEN k.kind = 'master' THEN k.customer_id::text END AS owner
    FROM unnest(${digests}::text[]) AS asked(digest) JOIN license_key k ON k.digest = decode(asked.digest, 'hex')`;
  return new Map(rows.map((row) => [row.digest, row.owner ?? undefined]));
}

function digestOf(key: string): string {
  return lookupDigest(key).toString('hex');
}
