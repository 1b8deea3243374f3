import type { KeyAccess } from '@/lib/access-keys/caller';
import { listOperations } from '@/lib/protocols/v1/manage/handle';

/**
 * The access that is left when a key keeps only `wanted` of what it has: operations that exist and that it may call now.
 * Undefined when nothing would be left.
 */
export function narrowed(
  present: KeyAccess,
  wanted: readonly string[],
  role: 'customer' | 'admin',
): KeyAccess | undefined {
  const offered = listOperations({ forAdmin: role === 'admin' }).filter(({ audience }) => audience !== 'public');
  const allowed = present.mode === 'full' ? offered.map(({ id }) => id) : present.operations;
  const operations = allowed.filter((id) => wanted.includes(id));
  return operations.length === 0 ? undefined : { mode: 'restricted', operations };
}
