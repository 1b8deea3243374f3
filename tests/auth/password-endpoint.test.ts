import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth from 'next-auth';
import { beforeAll, expect, test } from 'vitest';
import { nextAuthOptions } from '@/lib/auth/next-auth-options';
import { now } from '@/lib/clock';
import { hashPassword } from '@/lib/customers/password';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { anApp, aPerson } from '../support/second-factors';

useDatabase();

const password = 'correct horse battery';
let passwordHash = '';
beforeAll(async () => {
  passwordHash = await hashPassword(password);
});

type Asked = { method: string; nextauth: string[]; cookies?: Record<string, string>; body?: object };

/** One request to next-auth's own endpoints, in the form it takes from a plain Node server. */
async function ask({ method, nextauth, cookies = {}, body = {} }: Asked) {
  const setCookies: string[] = [];
  let sent: { csrfToken?: string } = {};
  const response = {
    status: () => response,
    getHeader: () => setCookies,
    setHeader: (name: string, value: string[]) => {
      if (name === 'Set-Cookie') setCookies.splice(0, setCookies.length, ...value);
      return response;
    },
    send: (answer: typeof sent) => {
      sent = answer;
    },
    json: () => {},
    end: () => {},
  };
  const request = { method, query: { nextauth }, cookies, headers: {}, body };
  // next-auth reads no more of a request, and uses no more of a response, than is here.
  await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, nextAuthOptions());
  const jar = setCookies.map((line) => line.split(';', 1).join('').split(/=(.*)/s));
  return { sent, cookies: Object.fromEntries(jar.map(([name = '', value = '']) => [name, decodeURIComponent(value)])) };
}

/** What POST /api/auth/callback/credentials does, with its own form token, as a script would send it. */
async function posts(email: string): Promise<string | undefined> {
  const { sent, cookies } = await ask({ method: 'GET', nextauth: ['csrf'] });
  expect(sent.csrfToken).toMatch(/^[0-9a-f]{64}$/);
  const body = { csrfToken: sent.csrfToken, email, password, json: 'true' };
  const answer = await ask({ method: 'POST', nextauth: ['callback', 'credentials'], cookies, body });
  return answer.cookies['latchkey-session'];
}

test('the endpoint that takes a password opens a session for an account without a second factor', async () => {
  const { customer } = await aPerson(now(), { passwordHash });
  expect(await posts(customer.email)).toBeTruthy();
  expect(await db().session.count({ where: { customerId: customer.id, revokedAt: null } })).toBe(2);
});

test('and none for an account with one', async () => {
  const person = await aPerson(now(), { passwordHash });
  await anApp(person, now());
  const live = { customerId: person.customer.id, revokedAt: null };
  const before = await db().session.count({ where: live });
  expect(await posts(person.customer.email)).toBeFalsy();
  expect(await db().session.count({ where: live })).toBe(before);
});
