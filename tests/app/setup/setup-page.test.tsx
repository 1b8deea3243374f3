import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import SetupPage from '@/app/setup/page';
import { readEnv } from '@/lib/env';
import { announcement } from '@/lib/server/announce';
import { newClaimUrl } from '@/lib/server/new-claim-url';
import { useDatabase } from '../../support/database';
import { aCustomer } from '../../support/factories';

useDatabase();

const show = async (token?: string | string[]) =>
  renderToStaticMarkup(await SetupPage({ searchParams: Promise.resolve(token === undefined ? {} : { token }) }));

function envOf(variables: Record<string, string>) {
  const read = readEnv(variables);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.env;
}

test('a start without an owner prints a link whose page asks for address and password; with an owner there is no page', async () => {
  const env = envOf({ DEMO: '0' });
  const claimUrl = await newClaimUrl(env);
  expect(announcement({ env, facts: undefined, isFresh: false, claimUrl })).toContain(`Claim   ${claimUrl}\n`);
  const token = new URL(claimUrl).searchParams.get('token') ?? '';
  const html = await show(token);
  expect(html).toMatch(/name="token" value="\w{43}"/);
  expect(html).toMatch(/type="email".*type="password"/);

  for (const wrong of [undefined, '', 'x'.repeat(43), [token, token]]) {
    expect(await show(wrong)).toContain('This link does not open the store');
  }
  await aCustomer({ role: 'admin' });
  const notFound = { digest: expect.stringContaining('404') };
  await expect(show(token)).rejects.toMatchObject(notFound);
  await expect(show()).rejects.toMatchObject(notFound);
});
