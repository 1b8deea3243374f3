import { expect, test } from '@playwright/test';
import { orderByCommand } from './support/order';
import { runClient, runCommand } from './support/run-command';

test('a year after a purchase from the command line its key has expired, and its buyer can buy again', async () => {
  const first = await orderByCommand('--buyer', 'commands@example.test');
  expect(first.items).toMatchObject([{ productId: 102, activationLimit: 5 }]);
  const key = first.items[0]?.productOrderApiKey ?? '';
  const client = () => runClient(['--key', key, '--instance', 'commands', '--only', 'activate']);
  expect(await client()).toMatchObject({ code: 0 });

  const moved = await runCommand('demo-clock', ['+366d']);
  expect(moved.output).toContain('The store’s clock now says');
  await expect.poll(async () => (await client()).code).toBe(2);
  expect((await client()).output).toContain('No API Resources exist');

  const second = await orderByCommand('--buyer', 'commands@example.test', '--quantity', '2');
  expect(second).toMatchObject({ customerEmail: first.customerEmail, masterApiKey: first.masterApiKey });
  expect(second.items).toMatchObject([{ activationLimit: 10 }]);
  const again = await runClient(['--key', first.masterApiKey, '--instance', 'commands', '--only', 'activate']);
  expect(again).toMatchObject({ code: 0 });
});
