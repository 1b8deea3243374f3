import { z } from 'zod';
import { exchangeToken, TOKEN_SECONDS } from '../../../../../access-keys/exchange-token';
import { operation } from '../../operation';
import { refuse } from '../shop-fields';

/** `POST /oauth/token`: client credentials (RFC 6749 section 4.4). The pair stands in the headers, never in the body. */
export const token = operation({
  id: 'account.token',
  area: 'account',
  access: 'write',
  audience: 'owner',
  method: 'POST',
  path: '/oauth/token',
  summary: 'Exchange a key pair for a token of fifteen minutes.',
  description:
    'Send the pair as HTTP Basic, the access key as the user and the access secret as the password. The token is sent as ' +
    'Bearer. It may do what the pair may do, and ends with it. A restricted pair needs this operation among its own.',
  refusals: ['kind_not_allowed'],
  takesForm: true,
  showsSecret: true,
  bodySchema: z.object({ grant_type: z.literal('client_credentials') }),
  answerSchema: z
    .object({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.int() })
    .meta({ id: 'Token' }),
  handle: async ({ caller, at }) => {
    const result = await exchangeToken(caller, at);
    if (!result.ok) return refuse({ reason: 'kind_not_allowed' });
    return { ok: true, body: { access_token: result.token, token_type: 'Bearer' as const, expires_in: TOKEN_SECONDS } };
  },
});
