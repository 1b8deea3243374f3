import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ActivityChart, RefusedChart } from '@/app/admin/_dashboard/activity-charts';
import { axisValue, dayText } from '@/app/admin/_dashboard/chart-value';
import { ExpiringChart } from '@/app/admin/_dashboard/expiring-chart';
import { OrdersChart, RevenueCharts } from '@/app/admin/_dashboard/money-charts';
import { readRange } from '@/app/admin/_dashboard/range-chips';
import { TodayFigures } from '@/app/admin/_dashboard/today-figures';
import { TodoList } from '@/app/admin/_dashboard/todo-list';
import { VersionsPanel } from '@/app/admin/_dashboard/versions-panel';

const words = (page: ReactElement) =>
  renderToStaticMarkup(page)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

const DAYS = ['2026-11-20', '2026-11-21'];
const revenue = (currency: string, paid: number, refunded: number) => ({
  currency,
  orders: 1,
  paid,
  refunded,
  days: DAYS.map((day, i) => ({ day, orders: i, paid: i * paid, refunded: i * refunded })),
});
const activity = (refused: Record<string, number>) =>
  DAYS.map((day, i) => ({ day, activations: 0, deactivations: 0, served: 10 * i, refused: i === 1 ? refused : {} }));

test('each currency has its own revenue, with what was given back named and taken off', () => {
  const told = words(
    <RevenueCharts
      now={[revenue('usd', 10_000, 2_500), revenue('jpy', 4_900, 0)]}
      before={[revenue('usd', 500, 0)]}
      days={7}
    />,
  );
  expect(told).toContain('Revenue in USD $75.00 in 7 days: $100.00 paid, $25.00 given back.');
  expect(told).toContain('The 7 days before: $5.00. The best day was 21 Nov with $100.00.');
  expect(told).toContain('Revenue in JPY ¥4,900 in 7 days');
  expect(told).toContain('Sat, 21 Nov 2026 $100.00 $25.00 $75.00');
});

test('refusals are at most eight series, and the rest is one of them', () => {
  const reasons = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`reason_${i}`, 20 - i]));
  const html = renderToStaticMarkup(<RefusedChart now={activity({ ...reasons, limit_reached: 40 })} />);
  const headers = html.match(/<th scope="col".*?<\/th>/g) ?? [];
  expect(headers).toHaveLength(1 + 8 + 1);
  expect(headers.join()).toContain('No place left');
  expect(headers.at(-2)).toContain('Other reasons');
  expect(html).toContain('Most often: No place left, 40 times.');
});

test('a version that was withdrawn, and one that nobody told, are named so', () => {
  const versions = [
    { version: '2.0', count: 6, isWithdrawn: true },
    { version: '', count: 2, isWithdrawn: false },
  ];
  const told = words(
    <VersionsPanel products={[{ productNumber: 1, productTitle: 'Acme', total: 10, versions, others: 2 }]} />,
  );
  expect(told).toContain('10 installations of one product. Most run 2.0 of Acme: 60%.');
  expect(told).toContain('Acme 2.0 (withdrawn) 6 60%');
  expect(told).toContain('Acme No version told 2 20%');
  expect(told).toContain('Acme Other versions 2 20%');
});

test('where nothing happened, a sentence says so and there is no empty chart', () => {
  const empty = [
    <RevenueCharts key="1" now={[]} before={[]} days={30} />,
    <OrdersChart key="2" now={[]} before={[]} days={30} names={DAYS} />,
    <ActivityChart key="3" now={activity({})} before={[]} />,
    <RefusedChart key="4" now={activity({})} />,
    <VersionsPanel key="5" products={[]} />,
    <ExpiringChart key="6" days={[{ day: '2026-11-21', licences: 0 }]} />,
  ];
  for (const page of empty) {
    expect(renderToStaticMarkup(page)).not.toContain('<table');
    expect(words(page).length).toBeGreaterThan(30);
  }
  expect(words(<RefusedChart now={activity({})} />)).toContain('None of 10 calls was refused.');
  expect(words(<TodoList todos={[]} />)).toContain('Nothing waits for you.');
});

test('today’s figures stand beside last week’s, in every currency of either', () => {
  const figures = { orders: 3, activations: 4, refused: 5 };
  const told = words(
    <TodayFigures
      today={{ ...figures, revenue: [{ currency: 'usd', net: 4_900 }] }}
      lastWeek={{ ...figures, orders: 1, revenue: [{ currency: 'eur', net: -500 }] }}
      expiring={[{ day: '2026-11-23', licences: 2 }]}
      at={new Date('2026-11-21T10:00:00Z')}
    />,
  );
  expect(told).toContain('Revenue, USD $49.00 $0.00 by this time last Saturday');
  expect(told).toContain('Revenue, EUR €0.00 -€5.00 by this time last Saturday');
  expect(told).toContain('Orders paid 3 1 by this time last Saturday');
  expect(told).toContain('The first on 23 Nov');
});

test('the address chooses the days, and an address that asks for others gets 30', () => {
  expect(['7', '30', '90', '8', '', undefined, ['7']].map((value) => readRange(value))).toEqual([
    7, 30, 90, 30, 30, 30, 30,
  ]);
});

test('an axis names money in units that people pay in, whatever the currency’s digits', () => {
  expect(axisValue(1_250_000, { kind: 'money', currency: 'usd' })).toBe('$12.5K');
  expect(axisValue(12_500, { kind: 'money', currency: 'jpy' })).toBe('¥12.5K');
  expect(dayText('2026-11-21')).toBe('21 Nov');
});
