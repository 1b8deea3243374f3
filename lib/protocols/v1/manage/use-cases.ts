import { CATALOGUE } from './use-cases/catalogue';
import { RUNNING } from './use-cases/run';
import { SELLING } from './use-cases/sell';
import { SYSTEM } from './use-cases/system';
import type { UseCaseGroup } from './use-cases/use-case';
import { WEBHOOKS } from './use-cases/webhooks';

/**
 * Everything that the admin area can do, and the operation by which a key does it, or why no key can. A page, route or action
 * below app/admin without its row here fails a test, and so does a row whose operation is not there.
 */
export const USE_CASES: readonly UseCaseGroup[] = [...SELLING, ...CATALOGUE, ...WEBHOOKS, ...SYSTEM, ...RUNNING];
