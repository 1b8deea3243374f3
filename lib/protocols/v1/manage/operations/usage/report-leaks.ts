import { z } from 'zod';
import { takeLeakReport } from '../../../../../access-keys/report-leak';
import { takeReportPlace } from '../../../../../call-limits/limit-access';
import { publicOperation } from '../../operation';
import { refuse, words } from '../shop-fields';

const MOST_CREDENTIALS = 100;
const LONGEST_CREDENTIAL = 1_000;

/** `POST /credentials/revoke`: whoever finds a key may hand it in. What it was is not told, so nobody can try keys here. */
export const reportLeaks = publicOperation({
  id: 'keys.report',
  area: 'keys',
  access: 'write',
  method: 'POST',
  path: '/credentials/revoke',
  summary: 'Hand in keys that you found in public.',
  description:
    'Anybody may call it, up to ten times a minute. Keys of this store among them are switched off or their owners told, ' +
    'as the store has decided. The answer is the same whatever they were.',
  refusals: ['rate_limited'],
  success: 202,
  bodySchema: z.object({
    credentials: z.array(words(LONGEST_CREDENTIAL)).min(1).max(MOST_CREDENTIALS),
    url: words(LONGEST_CREDENTIAL).optional().describe('Where you found them; their owner is told.'),
  }),
  answerSchema: z.object({ status: z.literal('accepted') }),
  handle: async ({ body, address, at }) => {
    const place = takeReportPlace(address, at);
    if (!place.ok) return refuse(place);
    const found = body.url === undefined ? {} : { url: body.url };
    await takeLeakReport(body.credentials, { by: 'revoke_route', address, ...found }, at);
    return { ok: true, status: 202, body: { status: 'accepted' as const } };
  },
});
