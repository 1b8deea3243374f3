import type { z } from 'zod';
import type { Operation } from '../../operation';
import type { ManageRefusal } from '../../refusal';
import { fault } from '../shop-fields';
import type { accessShape } from './key-shapes';

/** Refuses access that names an operation which does not exist. */
export function refuseAccess(
  access: z.output<typeof accessShape>,
  catalogue: readonly Operation[],
): { ok: false; refusal: ManageRefusal } | undefined {
  if (access.mode === 'full') return undefined;
  const ids = new Set<string>(catalogue.map(({ id }) => id));
  const unknown = access.operations.findIndex((id) => !ids.has(id));
  return unknown === -1 ? undefined : fault(`access.operations.${unknown}`, 'is no operation of this store');
}
