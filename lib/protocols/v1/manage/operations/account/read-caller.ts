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
    },
  }),
});
