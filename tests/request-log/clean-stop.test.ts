import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { startChores } from '@/lib/server/start-chores';
import { makeStopList } from '@/lib/server/stop-list';
import { routeDoor } from '../support/client-lane';
import { useDatabase } from '../support/database';
import { aResource } from '../support/factories';

useDatabase();

test('a store that is stopped cleanly has written every call it answered', async () => {
  const { planNumber } = await aResource();
  const faults: string[] = [];
  const stops = makeStopList((name) => faults.push(name));
  startChores(stops);
  await routeDoor(
    `/?wc-api=wc-am-api&wc_am_action=status&api_key=nobody-has-this-key&product_id=${planNumber}&instance=laptop`,
  );
  await stops.run();
  expect(faults).toEqual([]);
  const [line] = await db().requestLogEntry.findMany({ where: { instance: 'laptop' } });
  expect(line).toMatchObject({ action: 'status', outcome: 'key_not_found', product: String(planNumber) });
  expect(JSON.stringify(line?.keyHint)).not.toContain('nobody-has-this-key');
});
