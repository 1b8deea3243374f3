import { createHash, randomBytes } from 'node:crypto';

/** An answer of the fake: JSON, a page, or a redirect. */
export type FakeAnswer = { status: number; json?: unknown; html?: string; location?: string };

type Code = { appKey: string; redirectUri: string; challenge: string; isUsed: boolean; expiresAt: number };
type Grant = { appKey: string; isRevoked: boolean };
type AccessToken = { refreshToken: string; expiresAt: number };

/** What a registered app of the fake may do. */
export type FakeApp = { appKey: string; redirectUris: string[] };

const CODE_MS = 5 * 60_000;
const EXPECTED: [string, RegExp][] = [
  ['response_type', /^code$/],
  ['token_access_type', /^offline$/],
  // Neither more nor less than is needed.
  ['scope', /^files\.content\.write$/],
  ['code_challenge_method', /^S256$/],
  ['code_challenge', /^[\w-]{43}$/],
  // One that cannot be guessed.
  ['state', /^.{32,500}$/],
];
const ALLOWED = ['client_id', 'redirect_uri', ...EXPECTED.map(([name]) => name)];

/** The consent page and the token endpoint, as strict as RFC 7636 lets a server be. `time` is the fake's own clock. */
export function fakeOauth(apps: FakeApp[], time: () => number) {
  const codes = new Map<string, Code>();
  const grants = new Map<string, Grant>();
  const accessTokens = new Map<string, AccessToken>();
  const settings = { accessTokenSeconds: 14_400, scope: 'files.content.write' };
  const made = (prefix: string) => `${prefix}${randomBytes(24).toString('base64url')}`;

  function question(query: URLSearchParams): { app: FakeApp; query: URLSearchParams } | { fault: string } {
    const app = apps.find(({ appKey }) => appKey === query.get('client_id'));
    if (!app) return { fault: `Invalid client_id: "${query.get('client_id')}".` };
    const odd = [...query.keys()].filter((name, place, all) => !ALLOWED.includes(name) || all.indexOf(name) !== place);
    if (odd.length > 0) return { fault: `Unknown or repeated parameter: ${odd.join(', ')}` };
    if (!app.redirectUris.includes(query.get('redirect_uri') ?? '')) {
      return {
        fault: `Invalid redirect_uri: "${query.get('redirect_uri')}": It must exactly match one of the redirect URIs you've pre-configured for your app (including the path).`,
      };
    }
    const wrong = EXPECTED.find(([name, form]) => !form.test(query.get(name) ?? ''));
    if (wrong) return { fault: `Invalid ${wrong[0]}` };
    return { app, query };
  }

  function redirectTo(query: URLSearchParams, values: Record<string, string>): FakeAnswer {
    const back = new URL(query.get('redirect_uri') ?? '');
    const state = query.get('state') ?? '';
    for (const [name, value] of Object.entries({ ...values, state })) back.searchParams.set(name, value);
    return { status: 302, location: back.href };
  }

  return {
    settings,
    refreshTokens: () => [...grants.keys()],
    /** What the person in front of the consent page does. */
    decide(query: URLSearchParams, decision: string): FakeAnswer {
      const asked = question(query);
      if ('fault' in asked) return badRequestPage(asked.fault);
      if (decision !== 'allow') {
        const error_description = 'The user chose not to give your app access to their Dropbox account.';
        return redirectTo(query, { error: 'access_denied', error_description });
      }
      // A letter that has a meaning in addresses: a code must come back exactly as it was sent.
      const code = `${made('')}+/=`;
      const [redirectUri, challenge] = [query.get('redirect_uri') ?? '', query.get('code_challenge') ?? ''];
      const expiresAt = time() + CODE_MS;
      codes.set(code, { appKey: asked.app.appKey, redirectUri, challenge, isUsed: false, expiresAt });
      return redirectTo(query, { code });
    },
    page(query: URLSearchParams): FakeAnswer {
      const asked = question(query);
      if ('fault' in asked) return badRequestPage(asked.fault);
      const button = (decision: string, label: string) =>
        `<form method="post"><button name="decision" value="${decision}">${label}</button></form>`;
      return {
        status: 200,
        html: `<h1>Stand-in for Dropbox</h1>${button('allow', 'Allow')}${button('deny', 'Cancel')}`,
      };
    },
    token(form: URLSearchParams): FakeAnswer {
      const app = apps.find(({ appKey }) => appKey === form.get('client_id'));
      if (!app) return { status: 400, json: { error: 'invalid_client: Invalid client_id or client_secret' } };
      const grantType = form.get('grant_type');
      if (grantType === 'authorization_code') return redeem(form, app);
      if (grantType === 'refresh_token') return refresh(form, app);
      return { status: 400, json: { error: 'unsupported_grant_type' } };
    },
    /** Whose access token it is: a grant, or why it is none. */
    grantOf(header: string | undefined): { refreshToken: string } | 'expired_access_token' | 'invalid_access_token' {
      const token = accessTokens.get(/^Bearer (\S+)$/.exec(header ?? '')?.[1] ?? '');
      if (!token || grants.get(token.refreshToken)?.isRevoked !== false) return 'invalid_access_token';
      return token.expiresAt > time() ? { refreshToken: token.refreshToken } : 'expired_access_token';
    },
    revoke(refreshToken: string): void {
      const grant = grants.get(refreshToken);
      if (grant) grant.isRevoked = true;
    },
    isRevoked: (refreshToken: string) => grants.get(refreshToken)?.isRevoked === true,
  };

  function redeem(form: URLSearchParams, app: FakeApp): FakeAnswer {
    const code = codes.get(form.get('code') ?? '');
    if (!code || code.appKey !== app.appKey || code.expiresAt <= time()) {
      return invalidGrant("code doesn't exist or has expired");
    }
    if (code.isUsed) return invalidGrant('code has already been used');
    // Also a wrong try uses it up: who guesses verifiers gets one guess.
    code.isUsed = true;
    if (form.get('redirect_uri') !== code.redirectUri) return invalidGrant('redirect_uri mismatch');
    const verifier = form.get('code_verifier') ?? '';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    if (!/^[\w.~-]{43,128}$/.test(verifier) || challenge !== code.challenge)
      return invalidGrant('invalid code verifier');
    if (form.has('client_secret')) return { status: 400, json: { error: 'invalid_request' } };
    const refreshToken = `${made('refresh-')}+&=`;
    grants.set(refreshToken, { appKey: app.appKey, isRevoked: false });
    const { scope } = settings;
    const ids = { account_id: 'dbid:AAH4f99T0taONIb-OurWxbNQ6ywGRopQngc', uid: '12345' };
    return { status: 200, json: { ...accessFor(refreshToken), refresh_token: refreshToken, scope, ...ids } };
  }

  function refresh(form: URLSearchParams, app: FakeApp): FakeAnswer {
    const refreshToken = form.get('refresh_token') ?? '';
    const grant = grants.get(refreshToken);
    if (!grant) return invalidGrant('refresh token is malformed');
    if (grant.isRevoked || grant.appKey !== app.appKey) return invalidGrant('refresh token is invalid or revoked');
    return { status: 200, json: accessFor(refreshToken) };
  }

  function accessFor(refreshToken: string) {
    const access_token = made('sl.');
    const expires_in = settings.accessTokenSeconds;
    accessTokens.set(access_token, { refreshToken, expiresAt: time() + expires_in * 1000 });
    return { access_token, token_type: 'bearer', expires_in };
  }
}

function invalidGrant(error_description: string): FakeAnswer {
  return { status: 400, json: { error: 'invalid_grant', error_description } };
}

function badRequestPage(fault: string): FakeAnswer {
  return { status: 400, html: `<h1>Error (400)</h1><p>${fault.replace(/[<>&"]/g, '_')}</p>` };
}
