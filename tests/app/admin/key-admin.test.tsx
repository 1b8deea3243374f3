import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { readListView } from '@/app/admin/_list/list-view';
import { searchHref } from '@/app/admin/_list/search-href';
import { KeyFacts } from '@/app/admin/api-keys/[sid]/key-facts';
import { KEY_FILTERS, keyFilter } from '@/app/admin/api-keys/key-filters';
import { KeyTable } from '@/app/admin/api-keys/key-table';
import { enteredPlan, readPlan, termsOf } from '@/app/admin/api-keys/plans/entered-plan';
import { changedPolicy, policyOf, readPolicy } from '@/app/admin/api-keys/policy/entered-policy';
import { policyErrors } from '@/app/admin/api-keys/policy/policy-texts';
import { ApiPlanBox } from '@/app/admin/customers/[number]/api-plan-box';
import { readEverything } from '@/app/admin/customers/[number]/read-everything';
import { assignPlan, createPlan, listPlans } from '@/lib/access-keys/access-plans';
import { listEveryKey, readAnyKey } from '@/lib/access-keys/list-every-key';
import { readAllowance } from '@/lib/access-keys/read-allowance';
import { now } from '@/lib/clock';
import { readStoreSettings, type StoreSettingsPatch, saveStoreSettings } from '@/lib/settings/store-settings';
import { useDatabase } from '../../support/database';
import { aKeyOf, anOwner } from '../../support/developer-keys';
import { bySystem } from '../../support/factories';

useDatabase();

const wordsOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('an admin sees a key of somebody else with its owner, and nothing that opens it', async () => {
  const owner = await anOwner();
  const made = await aKeyOf(owner, {
    name: 'Shop robot',
    access: { mode: 'restricted', operations: ['account.whoami'] },
  });
  const value = made.value.kind === 'pair' ? '' : made.value.key;
  const row = await readAnyKey(made.sid, now());
  if (!row) throw new Error('The key is not found');
  const html = renderToStaticMarkup(
    <>
      <KeyTable rows={[row]} />
      <KeyFacts row={row} />
    </>,
  );
  for (const shown of ['Shop robot', owner.customer.email, made.prefix, made.sid, 'account.whoami']) {
    expect(html).toContain(shown);
  }
  expect(html).not.toContain(value);
  expect(html).not.toContain(value.slice(0, 12));
});

test('a pasted key finds its row by what lists may show, and never reaches the address', async () => {
  const owner = await anOwner();
  const made = await aKeyOf(owner, { kind: 'secret' });
  const value = made.value.kind === 'pair' ? '' : made.value.key;
  const href = searchHref('/admin/api-keys', value);
  expect(href).not.toContain(value.slice(0, 12));
  const params = Object.fromEntries(new URL(href, 'https://store.example.test').searchParams);
  const view = readListView('/admin/api-keys', params, KEY_FILTERS);
  const page = await listEveryKey({ filter: keyFilter(view), page: view }, now());
  expect(page.rows.map(({ sid }) => sid)).toContain(made.sid);
  // Any other list knows no developer keys, and says so.
  expect(searchHref('/admin/orders', value)).toBe('/admin/orders?note=key_unknown');
});

test('a filter that the list does not know narrows nothing', () => {
  const view = readListView(
    '/admin/api-keys',
    { kind: 'x', state: 'expired', use: 'toString', customer: '7' },
    KEY_FILTERS,
  );
  expect(keyFilter(view)).toEqual({ state: 'expired', customerNumber: 7 });
});

/** The policy page sent back as it was opened, but for what was typed. */
async function submitPolicy(typed: Record<string, string | undefined>) {
  const { developerKeyKinds, ...rest } = policyOf(await readStoreSettings());
  const shown = [
    ...Object.entries(rest).flatMap(([name, value]) =>
      value === false ? [] : [[name, value === true ? 'on' : value]],
    ),
    ...developerKeyKinds.map((kind) => [`kinds.${kind}`, 'on']),
  ] as [string, string][];
  const form = new FormData();
  for (const [name, value] of shown) form.set(`shown.${name}`, value);
  for (const [name, value] of Object.entries({ ...Object.fromEntries(shown), ...typed })) {
    if (value !== undefined) form.set(name, value);
  }
  const patch: StoreSettingsPatch = changedPolicy(readPolicy(form), readPolicy(form, 'shown.'));
  const result = await saveStoreSettings(patch, bySystem);
  return { patch, errors: result.ok ? [] : policyErrors(result) };
}

test('a policy saved as it was opened changes nothing', async () => {
  expect(await submitPolicy({})).toEqual({ patch: {}, errors: [] });
});

test('only what was changed of the policy is saved, and it holds', async () => {
  const typed = { 'kinds.pair': undefined, keysInQuery: undefined, keyReveal: 'never', keyMaxLifetimeDays: '90' };
  expect((await submitPolicy(typed)).patch).toEqual({
    developerKeyKinds: ['standard', 'secret'],
    keysInQuery: false,
    keyReveal: 'never',
    keyMaxLifetimeDays: 90,
  });
  expect(await readStoreSettings()).toMatchObject({ keyReveal: 'never', keysInQuery: false, keyRotationDays: 90 });
  await submitPolicy({ 'kinds.pair': 'on', keysInQuery: 'on', keyReveal: 'step_up', keyMaxLifetimeDays: '0' });
});

test.each([
  [{ keyRotationDays: 'soon' }, 'keyRotationDays', 'whole number from 0 to 3,650'],
  [{ billingZone: 'Mars/Olympus' }, 'billingZone', 'no time zone'],
  [{ mfaRequiredFor: 'some' }, 'mfaRequiredFor', 'Choose one'],
  [
    { 'kinds.standard': undefined, 'kinds.secret': undefined, 'kinds.pair': undefined },
    'developerKeyKinds',
    'at least one kind',
  ],
])('a policy that cannot be is refused at its field: %o', async (typed, fieldId, message) => {
  const { errors } = await submitPolicy(typed);
  expect(errors).toEqual([{ fieldId, message: expect.stringContaining(message) }]);
});

function planForm(typed: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  return form;
}

test('an empty limit of a plan is no limit, and what is no number is named', () => {
  const typed = { planName: ' Team ', maxKeys: '', monthlyCalls: '5000', maxPairs: '2', callsPerMinute: '600' };
  expect(termsOf(readPlan(planForm(typed)))).toEqual({
    ok: true,
    terms: { name: 'Team', maxKeys: null, monthlyCalls: 5000, maxPairs: 2, callsPerMinute: 600, allowsPairs: false },
  });
  expect(termsOf(readPlan(planForm({ ...typed, maxKeys: 'many', callsPerMinute: '-1' })))).toEqual({
    ok: false,
    fields: ['maxKeys', 'callsPerMinute'],
  });
});

test('a plan opened and saved unchanged keeps its terms', async () => {
  for (const plan of await listPlans()) {
    const { name, maxKeys, maxPairs, allowsPairs, monthlyCalls, callsPerMinute } = plan;
    expect(termsOf(enteredPlan(plan))).toEqual({
      ok: true,
      terms: { name, maxKeys, maxPairs, allowsPairs, monthlyCalls, callsPerMinute },
    });
  }
});

test('the customer page names the plan of the account and its keys, and another plan changes the limit', async () => {
  const owner = await anOwner({ plan: 'Free' });
  await aKeyOf(owner, { name: 'First robot' });
  const made = await createPlan({
    ...{ name: 'Team', maxKeys: 7, maxPairs: 1, allowsPairs: true, monthlyCalls: null, callsPerMinute: 300 },
    actor: bySystem,
  });
  if (!made.ok) throw new Error(made.reason);
  expect((await readAllowance(owner.customerId))?.keys.max).toBe(2);
  await assignPlan({ customerNumber: owner.customer.number, planId: made.plan.id, actor: bySystem });
  expect((await readAllowance(owner.customerId))?.keys.max).toBe(7);
  const found = await readEverything(owner.customer.number, now());
  if (!found) throw new Error('The customer is not found');
  const html = renderToStaticMarkup(<ApiPlanBox customer={found.customer} facts={found.apiPlan} />);
  expect(html).toMatch(new RegExp(`<option value="${made.plan.id}" selected="">Team`));
  expect(wordsOf(html)).toContain('First robot');
});
