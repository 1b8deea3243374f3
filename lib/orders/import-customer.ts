import type { Actor } from '../audit/record-audit';
import { createCustomer } from '../customers/create-customer';
import type { Tx } from '../db/client';
import { nextNumber } from '../db/raise-sequence';
import { ensureMasterKey } from '../licensing/ensure-master-key';
import type { ImportedCustomer } from './import-document';
import { importOrder } from './import-order';
import { atRow, RowsRefused } from './import-refusal';
import { type ImportFacts, takeMasterKey } from './read-import-facts';

type Importing = { facts: ImportFacts; at: Date; actor: Actor };

/** A customer of another store with their master key, orders, rights and keys. Throws the refusal of the first row that does not fit. */
export async function importCustomer(tx: Tx, customer: ImportedCustomer, importing: Importing): Promise<void> {
  const where = `customer ${customer.email}`;
  const { actor, facts } = importing;
  await atRow(where, async () => {
    const customerId = await makeAccount(tx, customer, { ...importing, where });
    await giveMasterKey(tx, { customerId, customer, where }, importing);
    for (const order of customer.orders) {
      const row = `order ${order.number}`;
      const imported = await atRow(row, () => importOrder(tx, { customerId, actor }, { order, facts }));
      if (!imported.ok) throw new RowsRefused([{ where: row, reason: imported.reason }]);
    }
  });
}

async function makeAccount(
  tx: Tx,
  { email, name, number }: ImportedCustomer,
  { facts, at, actor, where }: Importing & { where: string },
): Promise<string> {
  // The sequence is raised at the end only: without looking it would give out what another row keeps.
  const isFree = number === undefined && facts.keptCustomers.size > 0;
  const wanted = isFree ? await nextNumber(tx, 'customer_number', facts.keptCustomers) : number;
  const made = await createCustomer(tx, {
    email,
    isEmailVerified: true,
    at,
    actor,
    ...(name === undefined ? {} : { name }),
    ...(wanted === undefined ? {} : { number: wanted }),
  });
  if (!made.ok) throw new RowsRefused([{ where, reason: made.reason }]);
  return made.customer.id;
}

// Somebody without orders keeps the key they have: their first purchase here finds it and makes no other.
async function giveMasterKey(
  tx: Tx,
  { customerId, customer, where }: { customerId: string; customer: ImportedCustomer; where: string },
  { facts, at, actor }: Importing,
): Promise<void> {
  const { masterApiKey, orders } = customer;
  if (masterApiKey === undefined && orders.length === 0) return;
  if (masterApiKey !== undefined) {
    const reason = takeMasterKey(facts, { key: masterApiKey, customerId });
    if (reason) throw new RowsRefused([{ where, reason }]);
  }
  const kept = masterApiKey === undefined ? {} : { masterApiKey };
  await ensureMasterKey(tx, { customerId, at: orders[0]?.placedAt ?? at, actor, ...kept });
}
