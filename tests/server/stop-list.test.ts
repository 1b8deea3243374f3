import { expect, test } from 'vitest';
import { makeStopList } from '@/lib/server/stop-list';

test('the last opened is closed first, once, also when a part fails to close', async () => {
  const closed: string[] = [];
  const faults: string[] = [];
  const stops = makeStopList((name) => faults.push(name));
  stops.add('PostgreSQL', async () => void closed.push('PostgreSQL'));
  stops.add('the worker', async () => {
    throw new Error('stuck');
  });
  stops.add('the server', async () => void closed.push('the server'));
  await Promise.all([stops.run(), stops.run()]);
  expect(closed).toEqual(['the server', 'PostgreSQL']);
  expect(faults).toEqual(['the worker']);
});
