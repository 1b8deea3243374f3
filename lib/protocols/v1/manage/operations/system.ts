import type { Operation } from '../operation';
import { listBackupsOperation, startBackupOperation, startDrillOperation } from './system/backups';
import {
  readJobsOperation,
  readServiceOperation,
  readVersionsOperation,
  retryJobOperation,
} from './system/read-system';

/** How the store itself is, and its backups. */
export const systemOperations: readonly Operation[] = [
  readServiceOperation,
  readJobsOperation,
  retryJobOperation,
  readVersionsOperation,
  listBackupsOperation,
  startBackupOperation,
  startDrillOperation,
];
