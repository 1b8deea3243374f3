import { z } from 'zod';
import { AREAS, operation } from '../../operation';

const operationShape = z
  .object({
    id: z.string().describe('What a restricted key names.'),
    area: z.enum(AREAS),
    access: z.enum(['read', 'write']),
    audience: z.enum(['public', 'owner', 'admin']),
    method: z.string(),
    path: z.string(),
    summary: z.string(),
  })
  .meta({ id: 'ListedOperation' });

/** `GET /operations`: the catalogue for Configure Access. Operations for administrators are listed for them only. */
export const operations = operation({
  id: 'account.operations',
  area: 'account',
  access: 'read',
  audience: 'owner',
  method: 'GET',
  path: '/operations',
  summary: 'List the operations of this API that you can have.',
  refusals: [],
  answerSchema: z.object({ data: z.array(operationShape) }),
  handle: async ({ caller, catalogue }) => {
    const data = catalogue
      .filter(({ audience }) => audience !== 'admin' || caller.role === 'admin')
      .map(({ id, area, access, audience, method, path, summary }) => ({
        id,
        area,
        access,
        audience,
        method,
        path,
        summary,
      }));
    return { ok: true, body: { data } };
  },
});
