import type { Operation } from '../operation';
import { operations } from './account/list-operations';
import { whoami } from './account/read-caller';
import { openApi } from './account/read-document';
import {
  assignAccessPlan,
  createAccessPlan,
  defaultAccessPlan,
  editAccessPlan,
  listAccessPlans,
} from './admin-keys/access-plans';
import { readPolicy, writePolicy } from './admin-keys/key-policy';
import { deadUses, disableAny, listAll, readAny, revokeAny } from './admin-keys/manage-every-key';
import { activate, bulk, disable, remove, revoke } from './keys/change-states';
import { edit, setAccess } from './keys/edit-keys';
import { create, leaked, regenerate, renew } from './keys/make-keys';
import { events, list, read } from './keys/read-keys';

/** What a key can ask about itself, the operations, and the keys and their rules. */
export const keysOperations: readonly Operation[] = [
  whoami,
  operations,
  openApi,
  list,
  create,
  read,
  edit,
  remove,
  events,
  disable,
  activate,
  revoke,
  regenerate,
  renew,
  leaked,
  setAccess,
  bulk,
  listAll,
  readAny,
  disableAny,
  revokeAny,
  deadUses,
  readPolicy,
  writePolicy,
  listAccessPlans,
  createAccessPlan,
  editAccessPlan,
  defaultAccessPlan,
  assignAccessPlan,
];
