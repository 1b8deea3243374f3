import { expect, test } from 'vitest';
import { settings as words } from '@/app/_texts/en/settings';
import { changedSettings, enteredOf, readEntered } from '@/app/admin/settings/entered-settings';
import { refusalTexts } from '@/app/admin/settings/refusal-texts';
import { messageOf } from '@/lib/protocols/wc-am/messages';
import { MESSAGE_PROFILES } from '@/lib/settings/setting-choices';
import { readStoreSettings, saveStoreSettings } from '@/lib/settings/store-settings';
import { useDatabase } from '../../support/database';
import { bySystem } from '../../support/factories';

useDatabase();

/** The form as a browser sends it: what the page showed, and the fields as they stand after `typed`. */
function aForm(shown: ReturnType<typeof enteredOf>, typed: Record<string, string | undefined>): FormData {
  const form = new FormData();
  const fields = { ...asFields(shown), ...typed };
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.set(name, value);
  for (const [name, value] of Object.entries(asFields(shown))) form.set(`shown.${name}`, value);
  return form;
}

function asFields({ docTabs, ...rest }: ReturnType<typeof enteredOf>): Record<string, string> {
  const fields = Object.entries(rest).flatMap(([name, value]) => {
    if (typeof value === 'boolean') return value ? [[name, 'on']] : [];
    return [[name, value.replaceAll('\n', '\r\n')]];
  });
  return Object.fromEntries([...fields, ...docTabs.map((tab) => [`docTabs.${tab}`, 'on'])]);
}

async function submit(typed: Record<string, string | undefined>) {
  const form = aForm(enteredOf(await readStoreSettings()), typed);
  const entered = readEntered(form);
  const patch = changedSettings(entered, readEntered(form, 'shown.'));
  const result = await saveStoreSettings(patch, bySystem);
  return { patch, texts: result.ok ? [] : refusalTexts(result, entered) };
}

test('a page saved as it was opened changes nothing', async () => {
  await saveStoreSettings({ trustedSources: ['192.0.2.7', '2001:db8::1'], docTabs: ['faq'] }, bySystem);
  expect(await submit({})).toEqual({ patch: {}, texts: [] });
  await saveStoreSettings({ trustedSources: [], docTabs: [] }, bySystem);
});

test('each kind of field is saved: a switch, a choice, a number, a box and a list', async () => {
  const typed = {
    publicVersionInfo: undefined,
    manualRenewal: undefined,
    renewalDiscountPercent: '20',
    strictReactivation: 'on',
    messageProfile: '3.5+',
    paymentGraceDays: ' 7 ',
    'docTabs.faq': 'on',
    trustedSources: '192.0.2.7\r\n\r\n2001:DB8::1, 192.0.2.7',
    storeName: ' Acme Tools ',
    supportAddress: 'help@acme.test',
    dateFormat: 'd.m.Y',
    mailSenderName: 'Acme Orders',
  };
  expect((await submit(typed)).texts).toEqual([]);
  expect(await readStoreSettings()).toMatchObject({
    publicVersionInfo: false,
    manualRenewal: false,
    renewalDiscountPercent: 20,
    strictReactivation: true,
    messageProfile: '3.5+',
    paymentGraceDays: 7,
    docTabs: ['faq'],
    trustedSources: ['192.0.2.7', '2001:db8::1'],
    storeName: 'Acme Tools',
    supportAddress: 'help@acme.test',
    dateFormat: 'd.m.Y',
    mailSenderName: 'Acme Orders',
  });
});

test('a field left alone does not undo what another admin saved in the meantime', async () => {
  const shown = enteredOf(await readStoreSettings());
  await saveStoreSettings({ requestLogDays: 90 }, bySystem);
  const form = aForm(shown, { activationBurst: '500' });
  await saveStoreSettings(changedSettings(readEntered(form), readEntered(form, 'shown.')), bySystem);
  expect(await readStoreSettings()).toMatchObject({ requestLogDays: 90, activationBurst: 500 });
});

test.each([
  [{ paymentGraceDays: '' }, 'paymentGraceDays', 'Payment grace is a whole number from 0 to 90.'],
  [{ downloadLinkDays: '8' }, 'downloadLinkDays', 'Download link lifetime is a whole number from 1 to 7.'],
  [{ requestLogDays: '1e2' }, 'requestLogDays', 'Request log is a whole number from 1 to 365.'],
  [{ storeName: ' ' }, 'storeName', 'Write “Store name” on one line of up to 80 characters'],
  [{ supportAddress: 'help' }, 'supportAddress', 'Write an e-mail address, like help@example.com'],
  [{ trustedSources: '192.0.2.7\nshop.example' }, 'trustedSources', '“shop.example” is not an IP address.'],
  [{ messageProfile: '1.x' }, 'messageProfile', 'Choose one of the values offered for “Message wording”.'],
  [
    { showMasterApiKey: undefined, showProductOrderApiKeys: undefined },
    'showProductOrderApiKeys',
    'Customers need at least one of the two keys.',
  ],
])('%j is refused beside its field, and nothing is saved', async (typed, fieldId, message) => {
  const before = await readStoreSettings();
  const { texts } = await submit({ ...typed, activationBurst: '7' });
  expect(texts).toMatchObject([{ fieldId, message: expect.stringContaining(message) }]);
  expect(await readStoreSettings()).toEqual(before);
});

test('what is not a form changes no setting to a value it must not have', async () => {
  for (const form of [undefined, 'text', { get: () => 'on' }]) {
    const patch = changedSettings(readEntered(form), readEntered(form, 'shown.'));
    expect(patch).toEqual({});
  }
});

test.each(MESSAGE_PROFILES)('the example beside the wording %s is what client software is told', (profile) => {
  expect(messageOf({ reason: 'limit_reached' }, { profile, apiKeysUrl: '' })).toBe(words[`profileExample.${profile}`]);
});
