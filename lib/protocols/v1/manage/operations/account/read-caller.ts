import { z } from 'zod';
import { operation } from '../../operation';
import { accessShape, presentAccess } from '../keys/key-shapes';

/** `GET /whoami`: who the store takes the caller for. It reads nothing that the guard has not read already. */
export const whoami = operation({
  id: 'account.whoami',
  area: 'account',
  access: 'read',
  audience: 'owner',
  method: 'GET',
  path: '/whoami',
  summary: 'Read who this key is and what it may do.',
  refusals: [],
  answerSchema: z
    .object({
      sid: z.string(),
      kind: z.enum(['standard', 'secret', 'pair']),
      is_token: z.boolean().describe('True for a fifteen-minute token, which stands for its pair.'),
      access: accessShape,
      owner: z.object({
        number: z.int(),
        email: z.string(),
        role: z.enum(['customer', 'admin']),
        has_second_factor: z.boolean(),
      }),
      limits: z.object({
        key_calls: z.int().describe('Calls of this key within `key_seconds`.'),
        key_seconds: z.int(),
        owner_calls_per_minute: z.int().describe('Calls of all keys of the owner together.'),
        monthly_cap: z.int().nullable().describe('Calls of this key in a month; null = no cap.'),
        monthly_quota: z.int().nullable().describe('Calls of the owner’s plan in a month; null = unlimited.'),
      }),
    })
    .meta({ id: 'Caller' }),
  handle: async ({ caller }) => ({
    ok: true,
    body: {
      sid: caller.sid,
      kind: caller.kind,
      is_token: caller.isToken,
      access: presentAccess(caller.access),
      owner: {
        number: caller.customerNumber,
        email: caller.email,
        role: caller.role,
        has_second_factor: caller.hasFactor,
      },
      limits: {
        key_calls: caller.limits.keyCalls,
        key_seconds: caller.limits.keySeconds,
        owner_calls_per_minute: caller.limits.ownerCallsPerMinute,
        monthly_cap: caller.limits.monthlyCap,
        monthly_quota: caller.limits.monthlyQuota,
      },
    },
  }),
});
