import type { KeyAccess } from '@/lib/access-keys/caller';
import { type ListedOperation, listOperations } from '@/lib/protocols/v1/manage/handle';
import { formField, formFields } from '../../_shell/form-field';

/** What a key of this person can be allowed at all: what needs no key is everybody's already. */
export function offeredOperations(isAdmin: boolean): ListedOperation[] {
  return listOperations({ forAdmin: isAdmin }).filter(({ audience }) => audience !== 'public');
}

/** The access that a form of `AccessEditor` asks for. Names of operations that there are not are left out. */
export function readAccess(form: FormData, isAdmin: boolean): KeyAccess {
  const offered = offeredOperations(isAdmin);
  switch (formField(form, 'mode')) {
    case 'restricted': {
      const wanted = new Set(formFields(form, 'operation'));
      return { mode: 'restricted', operations: offered.map(({ id }) => id).filter((id) => wanted.has(id)) };
    }
    case 'read_only':
      return { mode: 'restricted', operations: offered.filter((one) => one.access === 'read').map(({ id }) => id) };
    default:
      return { mode: 'full' };
  }
}
