import { insertKey } from '../lib/access-keys/insert-key';
import { now } from '../lib/clock';
import { createCustomer } from '../lib/customers/create-customer';
import { hashPassword } from '../lib/customers/password';
import { db, inTransaction, type Tx } from '../lib/db/client';
import { env } from '../lib/env';
import { readMasterKey } from '../lib/licensing/read-master-key';
import { type DemoLogin, demoPeople } from './demo/demo-people';
import { seedCatalog } from './demo/seed-catalog';
import { countSoldKeys, seedHistory } from './demo/seed-history';
import { seedOrder } from './demo/seed-order';
import { seedSettings } from './demo/seed-settings';
import { STOCKED_PLAN, seedStock } from './demo/seed-stock';
import { seedWebhooks } from './demo/seed-webhooks';

/** Further back than the first demo order. */
const PAST_MS = 91 * 86_400_000;
// A few seconds anywhere else; a small machine that builds and tests beside it must still come to an end.
const SLOW_MACHINE = { longestMs: 180_000 };

/** What `demo.json` holds (ux.md 2.2): everything a script needs to try the store. */
export type DemoFacts = {
  url: string;
  admin: DemoLogin;
  buyer: DemoLogin;
  /** The buyer's first order. */
  orderNumber: number;
  masterApiKey: string;
  productOrderApiKey: string;
  /** What client software sends as product id: the number of the plan that was bought. */
  productId: number;
  /** Opens every operation of the management API, without a quota. */
  adminApiKey: string;
};

/** True while nobody has an account and nothing is for sale: the only time the demo store may be seeded. */
export async function isStoreEmpty(): Promise<boolean> {
  const [customers, products] = [await db().customer.count(), await db().product.count()];
  return customers === 0 && products === 0;
}

/**
 * Fills an empty store with what `npm start` shows: an owner, a buyer with a first paid order and its keys, three products
 * (one with a downloadable zip in three versions, one that is also sold by the month, one with a stock of associated keys),
 * a discount for renewals, and a past of 90 days. One transaction, so a store is seeded wholly or not at all.
 * The passwords and keys answered here are known to nobody else afterwards.
 */
export async function seedDemo({ at = now() }: { at?: Date } = {}): Promise<DemoFacts> {
  const { admin, buyer } = demoPeople();
  const [adminHash, buyerHash] = [await hashPassword(admin.password), await hashPassword(buyer.password)];
  const seeded = await inTransaction(async (tx) => {
    const owner = await createPerson(tx, {
      ...admin,
      passwordHash: adminHash,
      role: 'admin',
      name: 'Olive Owner',
      at,
    });
    const adminApiKey = await giveAdminKey(tx, owner.id, at);
    const customer = await createPerson(tx, {
      ...buyer,
      passwordHash: buyerHash,
      role: 'customer',
      name: 'Bo Buyer',
      at,
    });
    const { firstPlan, plans } = await seedCatalog(tx, at);
    const order = await seedOrder(tx, { customer, plan: firstPlan, at });
    await seedStock(tx, countSoldKeys(STOCKED_PLAN, at), new Date(at.getTime() - PAST_MS));
    await seedHistory(tx, plans, at);
    await seedSettings(tx, at);
    await seedWebhooks(tx, at);
    return { ...order, customerId: customer.id, productId: firstPlan.number, adminApiKey };
  }, SLOW_MACHINE);
  const master = await readMasterKey(seeded.customerId);
  if (!master) throw new Error('The demo buyer got no master API key');
  const { customerId: _buyer, ...facts } = seeded;
  return { url: env().publicUrl, admin, buyer, masterApiKey: master.key, ...facts };
}

type Person = { email: string; passwordHash: string; role: 'admin' | 'customer'; name: string; at: Date };

async function createPerson(tx: Tx, { at, email, passwordHash, role, name }: Person) {
  const made = await createCustomer(tx, { email, passwordHash, role, name, at, isEmailVerified: true });
  if (!made.ok) throw new Error(`The demo account ${email} could not be made: ${made.reason}`);
  return made.customer;
}

async function giveAdminKey(tx: Tx, customerId: string, at: Date): Promise<string> {
  const { id: accessPlanId } = await tx.accessPlan.findUniqueOrThrow({ where: { name: 'Unlimited' } });
  await tx.customer.update({ where: { id: customerId }, data: { accessPlanId } });
  const key = {
    customerId,
    kind: 'standard',
    name: 'Demo scripts',
    note: 'Its value is in demo.json.',
    expiresAt: null,
    access: { mode: 'full' },
    createdBy: 'system',
  } as const;
  const { value } = await insertKey(tx, key, { actor: { kind: 'system', via: 'seed' }, at });
  if (value.kind === 'pair') throw new Error('The demo key is no pair');
  return value.key;
}
