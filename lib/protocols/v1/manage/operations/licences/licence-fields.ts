import { z } from 'zod';

/** How a licence stands, by the rule of lib/licensing/resource-state. */
export const licenceState = z.enum(['live', 'grace', 'suspended', 'expired', 'revoked']);
