import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import {
  KEY_PLACEHOLDER,
  nodeSnippet,
  phpSnippet,
  v1Snippets,
  wcAmSnippets,
} from '@/app/admin/products/[number]/api/snippets';
import { enteredPlanOf, offerErrors, offerOf } from '@/app/admin/products/[number]/sale/plans/entered-plan';
import { offerProblems } from '@/lib/catalog/plan-offer';

const facts = { storeUrl: 'https://store.example', productNumber: 1234, title: "Acme's \\ Backup", version: '2.1.0' };

/** The words that a shell would hand to curl. */
function wordsOf(command: string): string[] {
  const print = 'curl() { printf "%s\\0" "$@"; }\n';
  return execFileSync('/bin/sh', ['-c', print + command], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);
}

test('each call can be pasted into a shell and carries the product’s ID, the store and no real key', () => {
  for (const { text } of [...wcAmSnippets(facts), ...v1Snippets(facts)]) {
    const words = wordsOf(text).join(' ');
    expect(words).toContain('https://store.example/');
    expect(words).toMatch(/product(_id)?"?[=:]1234/);
    expect(words).toContain(KEY_PLACEHOLDER);
  }
  expect(wordsOf(wcAmSnippets(facts)[0]?.text ?? '')).toContain('wc_am_action=activate');
});

test('a title with a quotation mark does not end the text it stands in', () => {
  expect(phpSnippet(facts).text).toBe(
    "$client = new WC_AM_Client( __FILE__, 1234, '2.1.0', 'plugin', 'https://store.example/', 'Acme\\'s \\\\ Backup' );",
  );
  expect(nodeSnippet(facts).text).toContain('product: 1234,');
});

test.each([
  ['USD', '49.50', 4950],
  ['JPY', '4900', 4900],
  ['JPY', '49.50', Number.NaN],
  ['KWD', '4.900', 4900],
  ['USD', '49.505', Number.NaN],
  ['QQQ', '49', Number.NaN],
])('a price in %s typed as %s is read by the digits of its currency', (currency, amount, expected) => {
  const entered = { planName: 'Solo', amount, currency, billing: 'once' as const, position: '', trial: '' };
  expect(offerOf(entered)).toMatchObject({ unitAmount: expected, position: 0 });
});

test('a trial that was typed before “Once” was chosen is neither kept nor a mistake', () => {
  const entered = { planName: 'Solo', amount: '49', currency: 'USD', position: '', trial: 'two weeks' };
  expect(offerOf({ ...entered, billing: 'once' }).trialDays).toBeNull();
  expect(offerProblems(offerOf({ ...entered, billing: 'month' }))).toEqual(['trial_invalid']);
  expect(offerOf({ ...entered, billing: 'year', trial: '30' }).trialDays).toBe(30);
});

test('a plan’s fields show what is on record, and errors lead to their fields', () => {
  const plan = { name: 'Solo', unitAmount: 4900, currency: 'kwd', position: 2, billingInterval: null };
  expect(enteredPlanOf(plan)).toMatchObject({
    amount: '4.900',
    currency: 'KWD',
    billing: 'once',
    position: '2',
    trial: '',
  });
  expect(offerErrors(['amount_invalid'])).toMatchObject([{ fieldId: 'amount' }]);
});
