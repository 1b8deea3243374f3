import { z } from 'zod';
import { EVENT_KINDS, eventJsonSchema } from '../../../../../webhooks/event-types';
import { operation } from '../../operation';

export const listEventsOperation = operation({
  id: 'webhooks.list_events',
  area: 'webhooks',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/webhook-events',
  summary: 'List every type of event with the JSON Schema of its message.',
  refusals: [],
  answerSchema: z.object({
    data: z.array(
      z.object({
        type: z.string(),
        group: z.string(),
        about: z.string(),
        schema: z.record(z.string(), z.unknown()).describe('JSON Schema 2020-12.'),
      }),
    ),
    next_cursor: z.null(),
  }),
  handle: async () => {
    const data = EVENT_KINDS.map((kind) => ({
      type: kind.type,
      group: kind.group,
      about: kind.about,
      schema: eventJsonSchema(kind),
    }));
    return { ok: true, body: { data, next_cursor: null } };
  },
});
