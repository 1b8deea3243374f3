import { z } from 'zod';
import { checkScannerSignature } from '../../../../../access-keys/check-scanner-signature';
import { takeLeakReport } from '../../../../../access-keys/report-leak';
import { unreachable } from '../../../../../errors';
import { publicOperation } from '../../operation';
import { notFound, refuse, words } from '../shop-fields';

const MOST_TOKENS = 100;
const LONGEST = 1_000;
const AGAIN_SECONDS = 60;

/** `POST /leaks/github`: the payload of GitHub's secret scanning, signed by GitHub. */
export const githubLeaks = publicOperation({
  id: 'keys.report_github',
  area: 'keys',
  access: 'write',
  method: 'POST',
  path: '/leaks/github',
  summary: 'Take a report of GitHub secret scanning.',
  description: 'For GitHub, in its own format and signed by it. Answers 404 unless the store takes such reports.',
  refusals: ['not_found', 'signature_invalid', 'busy'],
  bodySchema: z
    .array(
      z.object({
        token: words(LONGEST),
        type: words(100).default(''),
        url: words(LONGEST).optional(),
        source: words(100).optional(),
      }),
    )
    .max(MOST_TOKENS),
  answerSchema: z.array(
    z.object({ token_raw: z.string(), token_type: z.string(), label: z.enum(['true_positive', 'false_positive']) }),
  ),
  handle: async ({ body, rawBody, header, at }) => {
    const keyId = header('github-public-key-identifier');
    const signature = header('github-public-key-signature');
    const checked = await checkScannerSignature({ rawBody, keyId, signature }, at);
    if (!checked.ok) return refuseUnsigned(checked.reason);
    const answer = [];
    for (const { token, type, url } of body) {
      const { live } = await takeLeakReport([token], { by: 'github', ...(url === undefined ? {} : { url }) }, at);
      const label = live > 0 ? ('true_positive' as const) : ('false_positive' as const);
      answer.push({ token_raw: token, token_type: type, label });
    }
    return { ok: true, body: answer };
  },
});

function refuseUnsigned(reason: 'not_configured' | 'keys_unreachable' | 'signature_invalid') {
  switch (reason) {
    case 'not_configured':
      return notFound;
    case 'keys_unreachable':
      return refuse({ reason: 'busy', retryAfterSeconds: AGAIN_SECONDS });
    case 'signature_invalid':
      return refuse({ reason: 'signature_invalid' });
    default:
      return unreachable(reason);
  }
}
