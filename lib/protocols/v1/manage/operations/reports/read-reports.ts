import { z } from 'zod';
import { readActivity } from '../../../../../reports/read-activity';
import { readDependencies } from '../../../../../reports/read-dependencies';
import { readExpiring } from '../../../../../reports/read-expiring';
import { readFieldVersions } from '../../../../../reports/read-field-versions';
import { readRevenue } from '../../../../../reports/read-revenue';
import { type DayFigures, readToday } from '../../../../../reports/read-today';
import { readTodos } from '../../../../../reports/read-todos';
import { REPORT_RANGES, reportDays } from '../../../../../reports/report-days';
import { operation } from '../../operation';

const day = z.string().describe('As 2026-11-21, in UTC.');
const range = z.object({
  days: z
    .enum(REPORT_RANGES.map(String) as [string, ...string[]]) // at least one range, as written there
    .default('30')
    .describe('How far back, with today.'),
});

const common = { area: 'reports', access: 'read', audience: 'admin', method: 'GET', refusals: [] } as const;

const figures = z.object({
  revenue: z.array(z.object({ currency: z.string(), net_amount: z.int() })),
  orders: z.int(),
  activations: z.int(),
  refused_calls: z.int(),
});

export const readTodayOperation = operation({
  ...common,
  id: 'reports.today',
  path: '/admin/reports/today',
  summary: 'Read today so far, and the same day last week up to the same time.',
  answerSchema: z.object({ today: figures, last_week: figures }),
  handle: async ({ at }) => {
    const { today, lastWeek } = await readToday(at);
    return { ok: true, body: { today: presentFigures(today), last_week: presentFigures(lastWeek) } };
  },
});

export const readRevenueOperation = operation({
  ...common,
  id: 'reports.revenue',
  path: '/admin/reports/revenue',
  summary: 'Read what came in and went back by day, for each currency.',
  querySchema: range,
  answerSchema: z.object({
    data: z.array(
      z.object({
        currency: z.string(),
        orders: z.int(),
        paid_amount: z.int(),
        refunded_amount: z.int(),
        days: z.array(z.object({ day, orders: z.int(), paid_amount: z.int(), refunded_amount: z.int() })),
      }),
    ),
  }),
  handle: async ({ query, at }) => {
    const revenue = await readRevenue(daysOf(query, at));
    const data = revenue.map(({ currency, orders, paid, refunded, days }) => ({
      currency,
      orders,
      paid_amount: paid,
      refunded_amount: refunded,
      days: days.map((one) => ({
        day: one.day,
        orders: one.orders,
        paid_amount: one.paid,
        refunded_amount: one.refunded,
      })),
    }));
    return { ok: true, body: { data } };
  },
});

export const readActivityOperation = operation({
  ...common,
  id: 'reports.activity',
  path: '/admin/reports/activity',
  summary: 'Read what client software did by day: activations, calls served, and refusals by reason.',
  querySchema: range,
  answerSchema: z.object({
    data: z.array(
      z.object({
        day,
        activations: z.int(),
        deactivations: z.int(),
        served: z.int(),
        refused: z.record(z.string(), z.int()),
      }),
    ),
  }),
  handle: async ({ query, at }) => ({ ok: true, body: { data: await readActivity(daysOf(query, at)) } }),
});

export const readExpiringOperation = operation({
  ...common,
  id: 'reports.expiring',
  path: '/admin/reports/expiring',
  summary: 'Read how many licences end on each of the next 30 days.',
  answerSchema: z.object({ data: z.array(z.object({ day, licences: z.int() })) }),
  handle: async ({ at }) => ({ ok: true, body: { data: await readExpiring(at) } }),
});

export const readVersionsOperation = operation({
  ...common,
  id: 'reports.versions',
  path: '/admin/reports/versions',
  summary: 'Read which versions run in the field, for the products with most installations.',
  answerSchema: z.object({
    data: z.array(
      z.object({
        product_number: z.int(),
        product: z.string(),
        total: z.int(),
        versions: z.array(z.object({ version: z.string(), activations: z.int(), is_withdrawn: z.boolean() })),
        others: z.int(),
      }),
    ),
  }),
  handle: async () => {
    const products = await readFieldVersions();
    const data = products.map(({ productNumber, productTitle, total, versions, others }) => ({
      product_number: productNumber,
      product: productTitle,
      total,
      versions: versions.map(({ version, count, isWithdrawn }) => ({
        version,
        activations: count,
        is_withdrawn: isWithdrawn,
      })),
      others,
    }));
    return { ok: true, body: { data } };
  },
});

export const readTodosOperation = operation({
  ...common,
  id: 'reports.todos',
  path: '/admin/reports/todos',
  summary: 'Read what waits for an admin, the most urgent first.',
  answerSchema: z.object({
    data: z.array(z.object({ kind: z.string(), count: z.int(), product_number: z.int().nullable() })),
  }),
  handle: async ({ at }) => {
    const todos = await readTodos(at);
    const data = todos.map(({ kind, count, productNumber }) => ({
      kind,
      count,
      product_number: productNumber ?? null,
    }));
    return { ok: true, body: { data } };
  },
});

export const readDependenciesOperation = operation({
  ...common,
  id: 'reports.dependencies',
  path: '/admin/reports/dependencies',
  summary:
    'Read how the database, the jobs, the storage, the mail server, the payments and Dropbox are at this moment.',
  answerSchema: z.object({
    data: z.array(
      z.object({ name: z.string(), state: z.enum(['good', 'bad', 'off', 'slow', 'away']), count: z.int() }),
    ),
  }),
  handle: async ({ at }) => {
    const found = await readDependencies(at);
    return { ok: true, body: { data: found.map(({ name, state, count }) => ({ name, state, count })) } };
  },
});

function daysOf({ days }: { days: string }, at: Date) {
  return reportDays(REPORT_RANGES.find((known) => String(known) === days) ?? 30, at);
}

function presentFigures({ revenue, orders, activations, refused }: DayFigures) {
  return {
    revenue: revenue.map(({ currency, net }) => ({ currency, net_amount: net })),
    orders,
    activations,
    refused_calls: refused,
  };
}
