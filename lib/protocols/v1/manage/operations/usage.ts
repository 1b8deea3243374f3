import type { Operation } from '../operation';
import { token } from './usage/exchange-token';
import { githubLeaks } from './usage/github-leaks';
import { quota } from './usage/read-quota';
import { keyUsage, usage } from './usage/read-usage';
import { reportLeaks } from './usage/report-leaks';

/** What was used and is left, tokens for pairs, and keys that were found in public. */
export const usageOperations: readonly Operation[] = [quota, usage, keyUsage, token, reportLeaks, githubLeaks];
