import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askConsent, redeemCode } from '@/lib/dropbox/ask-consent';
import { checkAppKey } from '@/lib/dropbox/check-app-key';
import { revokeAccess } from '@/lib/dropbox/save-by-url';
import { setTestEnv } from '../support/database';
import { aFakeDropbox, FAKE_APP_KEY } from '../support/fake-dropbox';

const redirectUri = 'https://store.test/account/dropbox/return';
const state = 's'.repeat(43);
const fake = await aFakeDropbox({ redirectUris: [redirectUri] });
beforeAll(() => setTestEnv({ DROPBOX_URL: fake.url }));
afterAll(() => fake.close());

const ask = () => askConsent({ appKey: FAKE_APP_KEY, redirectUri, state });

async function agreed() {
  const { url, verifier } = await ask();
  const back = await fake.decide(url, 'allow');
  return { appKey: FAKE_APP_KEY, redirectUri, code: back.searchParams.get('code') ?? '', verifier };
}

test('the question names one permission, a refresh token and the S256 challenge of the verifier', async () => {
  const { url, verifier } = await ask();
  expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
    response_type: 'code',
    client_id: FAKE_APP_KEY,
    redirect_uri: redirectUri,
    state,
    token_access_type: 'offline',
    scope: 'files.content.write',
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  });
  expect(verifier.length).toBeGreaterThanOrEqual(43);
  expect((await ask()).verifier).not.toBe(verifier);
});

test('without a stand-in the question goes to Dropbox itself', async () => {
  setTestEnv({});
  expect((await ask()).url).toMatch(/^https:\/\/www\.dropbox\.com\/oauth2\/authorize\?/);
  setTestEnv({ DROPBOX_URL: fake.url });
});

test('a code is redeemed once, with its own verifier and its own return address', async () => {
  const answer = await agreed();
  expect(await redeemCode(answer)).toMatchObject({ ok: true });
  expect(await redeemCode(answer)).toMatchObject({ ok: false, detail: expect.stringContaining('already been used') });
  for (const wrong of [{ verifier: 'v'.repeat(43) }, { redirectUri: `${redirectUri}/` }, { code: 'made-up' }]) {
    expect(await redeemCode({ ...(await agreed()), ...wrong })).toMatchObject({
      ok: false,
      reason: 'connection_ended',
    });
  }
});

test('a code that lay about for longer than Dropbox keeps it is refused', async () => {
  const answer = await agreed();
  fake.laterBy(6 * 60_000);
  expect(await redeemCode(answer)).toMatchObject({ ok: false, detail: expect.stringContaining('expired') });
});

test('a consent without the permission to write is no connection', async () => {
  fake.oauth.settings.scope = 'account_info.read';
  expect(await redeemCode(await agreed())).toMatchObject({ ok: false, reason: 'permission_missing' });
  fake.oauth.settings.scope = 'files.content.write';
});

test('code, verifier and tokens are sent in bodies and headers, never in an address', async () => {
  fake.calls.length = 0;
  const answer = await agreed();
  const redeemed = await redeemCode(answer);
  if (!redeemed.ok) throw new Error(redeemed.detail);
  expect(await revokeAccess({ appKey: FAKE_APP_KEY, refreshToken: redeemed.refreshToken })).toEqual({ ok: true });
  const addresses = fake.calls.map(({ url }) => decodeURIComponent(url)).join('\n');
  expect(addresses).toContain('/oauth2/token');
  for (const secret of [answer.code, answer.verifier, redeemed.refreshToken, 'sl.', 'refresh-']) {
    expect(addresses).not.toContain(secret);
  }
});

test('Dropbox says whether it knows an app key, and its own words are kept', async () => {
  expect(await checkAppKey(FAKE_APP_KEY, redirectUri)).toEqual({
    outcome: 'known',
    detail: "400 invalid_grant: code doesn't exist or has expired",
  });
  expect(await checkAppKey('anotherappkey99', redirectUri)).toEqual({
    outcome: 'unknown',
    detail: '400 invalid_client: Invalid client_id or client_secret',
  });
});

test('a Dropbox that does not answer is neither: the key is not called wrong', async () => {
  const gone = await aFakeDropbox();
  await gone.close();
  setTestEnv({ DROPBOX_URL: gone.url });
  expect(await checkAppKey(FAKE_APP_KEY, redirectUri)).toEqual({
    outcome: 'unclear',
    detail: 'No answer (ECONNREFUSED).',
  });
  setTestEnv({ DROPBOX_URL: fake.url });
});
