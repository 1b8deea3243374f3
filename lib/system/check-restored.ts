import type { Tx } from '../db/client';
import { unwrap } from '../db/data-keys';
import { readOtherDatabase } from '../db/other-database';
import { findMissingKeys } from '../licensing/find-missing-keys';
import { findWrongCounts } from '../licensing/recount-activations';
import { findUnfulfilledOrders } from '../orders/find-unfulfilled-orders';
import { keyring } from '../secrets/keyring';
import { KEYRING_CANARY, keyringMarks, keyringMarksSchema } from '../secrets/keyring-marks';
import type { Failed } from './run-failure';

/** Whether a restored database is a store that this one's keyring opens and that the doctor would call well. */
export function checkRestored(url: string): Promise<Failed | undefined> {
  return readOtherDatabase(url, async (reader) => (await checkKeyring(reader)) ?? (await checkConsistency(reader)));
}

/** Both halves of what a start asks for: the marks of every part, and data keys that really open. */
async function checkKeyring(reader: Tx): Promise<Failed | undefined> {
  const row = await reader.storeState.findUnique({ where: { key: KEYRING_CANARY } });
  const remembered = keyringMarksSchema.safeParse(row?.value ?? {});
  const marks = keyringMarks(keyring());
  const differing = Object.entries(remembered.success ? remembered.data : {}).find(
    ([part, mark]) => marks[part] !== mark,
  );
  if (!remembered.success || differing) return { failure: 'keyring_differs', detail: differing?.[0] ?? KEYRING_CANARY };
  for (const dataKey of await reader.dataKey.findMany()) {
    try {
      unwrap(dataKey);
    } catch {
      return { failure: 'keyring_differs', detail: `data key ${dataKey.id}` };
    }
  }
  return undefined;
}

async function checkConsistency(reader: Tx): Promise<Failed | undefined> {
  const [wrong, missing, unfulfilled] = [
    await findWrongCounts(reader),
    await findMissingKeys(reader),
    await findUnfulfilledOrders(reader),
  ];
  const found = [
    ...wrong.map(({ number, counter, rows }) => `licence ${number} counts ${counter} and has ${rows}`),
    ...missing.resources.map(({ number }) => `licence ${number} has no product order API key`),
    ...missing.customers.map(({ number }) => `customer ${number} has no master API key`),
    ...unfulfilled.map((number) => `order ${number} is paid and has no licence`),
  ];
  return found.length === 0 ? undefined : { failure: 'inconsistent', detail: found.slice(0, 5).join(', ') };
}
