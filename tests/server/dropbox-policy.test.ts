import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { env } from '@/lib/env';
import { answerRequests } from '@/lib/server/answer-requests';
import { forgetSettings } from '@/lib/settings/settings-memory';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { useDatabase } from '../support/database';
import { bySystem } from '../support/factories';

useDatabase();

const PAGE = '/account/api-downloads';

async function policies(paths: string[]) {
  const listener = answerRequests({
    env: env(),
    isDev: false,
    demoPayments: undefined,
    pages: async (_request, response) => {
      response.end();
    },
  });
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  const found = [];
  for (const path of paths) {
    const { headers } = await fetch(`http://127.0.0.1:${port}${path}`);
    const policy = headers.get('content-security-policy') ?? '';
    const directives = policy.split('; ').filter((directive) => directive.includes('https://www.dropbox.com'));
    const names = directives.map((directive) => directive.split(' ')[0]);
    found.push({ path, names, opener: headers.get('cross-origin-opener-policy') });
  }
  await new Promise((resolve) => server.close(resolve));
  return found;
}

test('Dropbox is in no page’s policy while the store has no app key', async () => {
  expect(await policies([PAGE])).toEqual([{ path: PAGE, names: [], opener: 'same-origin' }]);
});

test('with an app key it is in the policy of the downloads page alone, and that page may talk with its window', async () => {
  await saveStoreSettings({ dropboxAppKey: 'fakeappkey12345' }, bySystem);
  forgetSettings();
  const [downloads, ...others] = await policies([
    `${PAGE}?notice=x`,
    '/',
    '/account',
    `${PAGE}/`,
    '/account/api-keys',
    '/admin/settings',
    '/account/dropbox/return',
  ]);
  expect(downloads).toMatchObject({
    names: ['script-src', 'connect-src', 'form-action'],
    opener: 'same-origin-allow-popups',
  });
  for (const other of others) expect(other, other.path).toMatchObject({ names: [], opener: 'same-origin' });
});
