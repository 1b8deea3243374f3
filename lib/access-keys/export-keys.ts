import { type Actor, recordAudit } from '../audit/record-audit';
import { inTransaction } from '../db/client';
import type { KeyFilter } from './key-statement';
import type { DeveloperKey } from './key-view';
import { listKeys } from './list-keys';

const PAGE_SIZE = 100;

/**
 * Starts an export of somebody's developer keys as their list is narrowed. That they were taken out is audited before the
 * first of them; nothing in it opens anything.
 */
export async function exportKeys(
  wish: { customerId: string; filter: KeyFilter; actor: Actor },
  at: Date,
): Promise<AsyncGenerator<DeveloperKey[]>> {
  const { customerId, filter, actor } = wish;
  const narrowedBy = JSON.parse(JSON.stringify(filter)); // instants as texts
  const object = { objectKind: 'customer', objectId: customerId };
  await inTransaction((tx) =>
    recordAudit(tx, { actor, action: 'access_key.export', ...object, after: narrowedBy, at }),
  );
  return keyPages(customerId, filter, at);
}

async function* keyPages(customerId: string, filter: KeyFilter, at: Date): AsyncGenerator<DeveloperKey[]> {
  let after: string | undefined;
  do {
    const page = await listKeys({ customerId, filter, page: { after }, size: PAGE_SIZE }, at);
    yield page.rows;
    after = page.next;
  } while (after !== undefined);
}
