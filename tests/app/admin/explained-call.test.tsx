import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, expect, test } from 'vitest';
import { Explained } from '@/app/admin/logs/requests/[id]/explained';
import { reasonOf } from '@/app/admin/logs/requests/explain-reason';
import { now } from '@/lib/clock';
import { db, inTransaction } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { askAgain } from '@/lib/licensing/ask-again';
import { setActivationLimit } from '@/lib/licensing/set-activation-limit';
import { findPlaceBeyondLimit } from '@/lib/request-log/find-place-beyond-limit';
import { flushCalls } from '@/lib/request-log/flush-calls';
import { type LoggedCall, listCalls } from '@/lib/request-log/list-calls';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { AT, aCall } from '../../support/client-calls';
import { routeDoor } from '../../support/client-lane';
import { useDatabase } from '../../support/database';
import { aResource, bySystem } from '../../support/factories';

useDatabase();

type Licence = Awaited<ReturnType<typeof aResource>>;
let licence: Licence;
beforeEach(async () => {
  await db().requestLogEntry.deleteMany();
  await saveStoreSettings({ stopOverLimit: true }, bySystem);
  licence = await aResource({ activationLimit: 2 });
});

const wordsOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** A call as it is sent, answered and logged. */
async function logged(action: string, key: string, instance: string): Promise<LoggedCall> {
  const query = `wc-api=wc-am-api&wc_am_action=${action}&api_key=${key}&product_id=${licence.planNumber}`;
  await routeDoor(`/?${query}&instance=${instance}&version=1.0&plugin_name=a.php`);
  await flushCalls();
  const [call] = (await listCalls({}, {})).rows;
  if (!call) throw new Error('The call was not logged');
  return call;
}

/** What the page of a call says. */
async function explained(call: LoggedCall): Promise<string> {
  const keys = await askAgain(call, now());
  const [likeliest] = keys;
  const beyond =
    likeliest?.customer && (await findPlaceBeyondLimit({ ...likeliest, ...call, customerId: likeliest.customer.id }));
  const facts = { call, reason: reasonOf(call.outcome), keys, isSourceTrusted: true, beyond };
  return wordsOf(renderToStaticMarkup(<Explained {...facts} />));
}

test('of an update check with an unknown key nothing is said to have passed, and the key is what fails now', async () => {
  const call = await logged('update', 'lko_0000000000000000', 'laptop');
  expect(call.outcome).toBe('unlicensed');
  const said = await explained(call);
  expect(said).toContain('The key is known Then Unknown Now Failed');
  expect(said).toContain('The licence has not expired Then Unknown Now Not reached');
  expect(said).toContain('What stands in the way now, and may have then: The store knows no such key');
  expect(said).not.toContain('another reason');
});

test('of an update check after the term the present cause is told, and no check of then', async () => {
  await activate([aCall(licence.key, licence.planNumber, 'laptop')], { at: AT, strict: false });
  await db().apiResource.update({ where: { id: licence.resourceId }, data: { expiresAt: new Date(AT.getTime() - 1) } });
  const said = await explained(await logged('update', licence.key, 'laptop'));
  expect(said).toContain('The licence has not expired Then Unknown Now Failed');
  expect(said).toContain('Extend the licence');
  expect(said).not.toContain('another reason');
});

test('a licence that lives again is not said to have its download for certain', async () => {
  const call = await logged('update', licence.key, 'laptop');
  await activate([aCall(licence.key, licence.planNumber, 'laptop')], { at: AT, strict: false });
  const said = await explained(call);
  expect(said).toContain('This instance has a live activation now');
  expect(said).not.toContain('would be accepted now');
});

test.each([
  ['status', 'inactive'],
  ['update', 'unlicensed'],
])('a %s beyond a reduced limit is explained by the limit', async (action, outcome) => {
  for (const [i, instance] of ['first', 'second'].entries()) {
    const at = new Date(AT.getTime() + i);
    await activate([aCall(licence.key, licence.planNumber, instance)], { at, strict: false });
  }
  await inTransaction((tx) =>
    setActivationLimit(tx, { apiResourceId: licence.resourceId, activationLimit: 1, actor: bySystem }),
  );
  const call = await logged(action, licence.key, 'second');
  expect(call.outcome).toBe(outcome);
  const said = await explained(call);
  expect(said).toContain(`the limit of licence ${licence.resourceNumber} was reduced below its activations (1)`);
  expect(said).toContain('raise the limit');
  expect(said).not.toContain('was deleted or its instance has changed');
  // An instance that nobody activated is told what it was told before.
  const other = await explained(await logged('status', licence.key, 'third'));
  expect(other).toContain('was deleted or its instance has changed');
});

test('beyond the limit of another licence is not beyond this one’s', async () => {
  for (const instance of ['first', 'second']) {
    await activate([aCall(licence.key, licence.planNumber, instance)], { at: AT, strict: false });
  }
  await inTransaction((tx) =>
    setActivationLimit(tx, { apiResourceId: licence.resourceId, activationLimit: 0, actor: bySystem }),
  );
  const { customerId, resourceNumber: licenceNumber, productNumber } = licence;
  const asked = { customerId, instance: 'first', licenceNumber, productNumber };
  expect(await findPlaceBeyondLimit(asked)).toEqual({ licenceNumber, activationLimit: 0 });
  expect(await findPlaceBeyondLimit({ ...asked, licenceNumber: licenceNumber + 1 })).toBeUndefined();
  expect(await findPlaceBeyondLimit({ ...asked, licenceNumber: undefined })).toMatchObject({ licenceNumber });
  const unasked = { ...asked, licenceNumber: undefined, productNumber: undefined };
  expect(await findPlaceBeyondLimit(unasked)).toBeUndefined();
});

test('a call without its instance is told what it lacked, and whose key it had', async () => {
  const call = await logged('activate', licence.key, '0');
  const said = await explained(call);
  expect(said).toContain('Missing (not sent, empty or “0”): instance.');
  expect(said).toContain(`Licence No. ${licence.resourceNumber}`);
  // Without an instance there is no question that the key could be asked.
  expect(said).not.toContain('Accepted');
});
