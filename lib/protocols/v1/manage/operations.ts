import type { Operation } from './operation';
import { catalogOperations } from './operations/catalog';
import { keysOperations } from './operations/keys';
import { shopOperations } from './operations/shop';
import { systemOperations } from './operations/system';
import { usageOperations } from './operations/usage';
import { webhookOperations } from './operations/webhooks';

/** Every operation of the management API, in the order of the reference. */
export const OPERATIONS: readonly Operation[] = [
  ...keysOperations,
  ...usageOperations,
  ...shopOperations,
  ...catalogOperations,
  ...webhookOperations,
  ...systemOperations,
];
