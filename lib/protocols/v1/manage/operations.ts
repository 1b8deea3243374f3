import type { Operation } from './operation';
import { machineryOperations } from './operations/machinery';

/** Every operation of the management API, in the order of the reference. */
export const OPERATIONS: readonly Operation[] = [...machineryOperations];
