import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CallsChart } from '@/app/account/api-keys/[sid]/usage/calls-chart';
import { FlagsBanner } from '@/app/account/api-keys/[sid]/usage/flags-banner';
import { narrowed } from '@/app/account/api-keys/[sid]/usage/narrowed';
import { PlanView } from '@/app/account/api-keys/plan/plan-view';
import type { FlagKind, KeyFlag } from '@/lib/access-keys/list-flags';
import type { KeyAllowance } from '@/lib/access-keys/read-allowance';
import type { KeyUsage } from '@/lib/access-keys/read-usage';
import { listOperations } from '@/lib/protocols/v1/manage/handle';

const wordsOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

function usageOf(days: KeyUsage['days']): KeyUsage {
  const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? ''];
  return { from: first, to: last, days, operations: [], statuses: [], networks: [] };
}

const quiet = (day: string) => ({ day, calls: 0, errors: 0, rejected: 0 });

test('3.07 the chart moves: a day with more calls has a taller bar, and the words count the same calls', () => {
  const html = renderToStaticMarkup(
    <CallsChart
      usage={usageOf([
        quiet('2026-11-19'),
        { day: '2026-11-20', calls: 10, errors: 0, rejected: 0 },
        { day: '2026-11-21', calls: 40, errors: 5, rejected: 3 },
      ])}
    />,
  );
  const heights = [...html.matchAll(/<rect [^>]*height="([\d.]+)" fill="var\(--chart-1\)"/g)].map(([, one]) =>
    Number(one),
  );
  expect(heights).toHaveLength(2);
  expect((heights[1] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(3.5);
  const words = wordsOf(html);
  expect(words).toContain('50 calls since 19 Nov, 5 answered with an error. 3 rejected');
  expect(words).toContain('The busiest day was 21 Nov with 40.');
  // The same numbers as a table, the newest day first.
  expect(words).toMatch(/Sat, 21 Nov 2026 40 5 3 Fri, 20 Nov 2026 10 0 0 Thu, 19 Nov 2026 0 0 0/);
});

test('a chart of no calls says so and draws no bar', () => {
  const html = renderToStaticMarkup(<CallsChart usage={usageOf([quiet('2026-11-20'), quiet('2026-11-21')])} />);
  expect(wordsOf(html)).toContain('No calls since 20 Nov.');
  expect(html).not.toMatch(/fill="var\(--chart/);
});

const facts: Record<FlagKind, KeyFlag['facts']> = {
  new_network: { address: '203.0.113.9' },
  busy: { calls: 900, mean: 12 },
  errors: { errors: 30, calls: 41 },
  woken: { idle_days: 61, address: '192.0.2.44' },
  dead_key_used: { address: '198.51.100.7', uses: 2 },
};

test('3.15 the banner names each thing that was unusual, and is not there when nothing was', () => {
  const flags = Object.entries(facts).map(([kind, told], index) => ({
    id: String(index),
    sid: 'key_1',
    kind: kind as FlagKind, // the keys of the record above
    at: new Date('2026-11-20T10:00:00Z'),
    facts: told,
  }));
  const words = wordsOf(renderToStaticMarkup(<FlagsBanner flags={flags} />));
  for (const said of ['203.0.113.9', '900 in a day', '12 a day', '30 of 41 calls', '61 idle days', '198.51.100.7']) {
    expect(words).toContain(said);
  }
  expect(words).not.toContain('{');
  expect(renderToStaticMarkup(<FlagsBanner flags={[]} />)).toBe('');
});

const allowance: KeyAllowance = {
  plan: { id: 'p', name: 'Free', monthlyCalls: 1000, callsPerMinute: 300 },
  keys: { used: 1, max: 2 },
  pairs: { used: 0, max: 1, isInPlan: true },
  hasFactor: false,
  allowedKinds: ['standard'],
  mfaRequiredFor: 'pair',
  maxLifetimeDays: 0,
  reveal: 'step_up',
  isDefaultKeyMade: true,
  areQueryKeysAllowed: true,
};

function planWords(used: number, monthlyCalls: number | null): string {
  const plan = { name: 'Free', maxKeys: 2, maxPairs: 1, allowsPairs: true, monthlyCalls, callsPerMinute: 300 };
  const quota = { plan, period: '2026-11', used, resetsAt: new Date('2026-12-01T00:00:00Z') };
  return wordsOf(renderToStaticMarkup(<PlanView facts={{ quota, allowance, keys: [] }} />));
}

test('1.23 the quota card tells what is used, what is left and when it resets', () => {
  expect(planWords(250, 1000)).toContain('250 of 1,000 calls used');
  expect(planWords(250, 1000)).toContain('750 calls left.');
  expect(planWords(250, 1000)).toContain('1 Dec 2026, 00:00 UTC');
  expect(planWords(850, 1000)).toContain('More than 80 per cent is used.');
  expect(planWords(1000, 1000)).toContain('Calls are refused with 429');
  expect(planWords(7, null)).toContain('7 calls used. Your plan sets no limit.');
  expect(planWords(250, 1000)).toContain('1 of 2 keys used');
});

test('restricting a key to what it used never gives it a call that it did not have', () => {
  const [first = '', second = ''] = listOperations({ forAdmin: false })
    .filter(({ audience }) => audience === 'owner')
    .map(({ id }) => id);
  expect(narrowed({ mode: 'full' }, [first, 'no.such'], 'customer')).toEqual({
    mode: 'restricted',
    operations: [first],
  });
  expect(narrowed({ mode: 'restricted', operations: [first] }, [first, second], 'customer')).toEqual({
    mode: 'restricted',
    operations: [first],
  });
  expect(narrowed({ mode: 'restricted', operations: [first] }, [second], 'customer')).toBeUndefined();
});
