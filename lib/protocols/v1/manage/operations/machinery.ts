import type { Operation } from '../operation';
import { whoami } from './account/read-caller';

/** What a key can ask about itself, the operations, and the keys. */
export const machineryOperations: readonly Operation[] = [whoami];
