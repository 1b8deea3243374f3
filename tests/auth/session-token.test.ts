import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { beforeAll, expect, test } from 'vitest';
import { decodeSessionToken, encodeSessionToken, sessionCookie, sessionSecret } from '@/lib/auth/session-token';
import { newKeyring, setKeyring } from '@/lib/secrets/keyring';
import { setTestEnv } from '../support/database';

beforeAll(() => {
  setKeyring(newKeyring());
  setTestEnv({});
});

test('a token names its session row and hides it from whoever reads the cookie', async () => {
  const sessionId = randomUUID();
  const token = await encodeSessionToken(sessionId);
  expect(await decodeSessionToken(token)).toBe(sessionId);
  expect(Buffer.from(token, 'base64').toString()).not.toContain(sessionId);
});

test('an altered token, another store’s token and one that has run out name nobody', async () => {
  const token = await encodeSessionToken(randomUUID());
  expect(await decodeSessionToken(`${token}x`)).toBeUndefined();
  expect(await decodeSessionToken('')).toBeUndefined();
  const foreign = await encode({ token: { sid: randomUUID() }, secret: 'another secret' });
  expect(await decodeSessionToken(foreign)).toBeUndefined();
  const stale = await encode({ token: { sid: randomUUID() }, secret: sessionSecret(), maxAge: -60 });
  expect(await decodeSessionToken(stale)).toBeUndefined();
});

test('the cookie is for the server alone, and on https for this host alone', () => {
  expect(sessionCookie()).toEqual({
    name: 'latchkey-session',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure: false },
  });
  setTestEnv({
    PUBLIC_URL: 'https://store.example',
    DEMO_PAYMENTS_ON_PUBLIC_URL: '1',
    DATABASE_URL: 'postgresql://x/y',
    KEYRING: 'x',
  });
  expect(sessionCookie()).toMatchObject({ name: '__Host-latchkey-session', options: { secure: true, httpOnly: true } });
});
