import { z } from 'zod';
import document from '../../../openapi.json';
import { publicOperation } from '../../operation';

/** `GET /openapi.json`, also at the root of the store: the committed document. */
export const openApi = publicOperation({
  id: 'account.openapi',
  area: 'account',
  access: 'read',
  method: 'GET',
  path: '/openapi.json',
  summary: 'Read this document.',
  refusals: [],
  answerSchema: z.record(z.string(), z.unknown()),
  handle: async () => ({ ok: true, body: document }),
});
