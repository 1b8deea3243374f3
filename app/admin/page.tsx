import type { Metadata } from 'next';
import { Suspense } from 'react';
import { requireAdmin } from '@/lib/auth/require-admin';
import { now } from '@/lib/clock';
import { hasOrders } from '@/lib/reports/has-orders';
import { readActivity } from '@/lib/reports/read-activity';
import { readExpiring } from '@/lib/reports/read-expiring';
import { readFieldVersions } from '@/lib/reports/read-field-versions';
import { readRevenue } from '@/lib/reports/read-revenue';
import { readToday } from '@/lib/reports/read-today';
import { readTodos } from '@/lib/reports/read-todos';
import { daysBefore, type ReportRange, reportDays } from '@/lib/reports/report-days';
import { text } from '../_texts/text';
import { EmptyState } from '../_ui/empty-state';
import { LinkButton } from '../_ui/link-button';
import { PageHeader } from '../_ui/page-header';
import type { SearchParams } from '../products/catalogue-view';
import { ActivityChart, RefusedChart } from './_dashboard/activity-charts';
import { DependencyList } from './_dashboard/dependency-list';
import { ExpiringChart } from './_dashboard/expiring-chart';
import { OrdersChart, RevenueCharts } from './_dashboard/money-charts';
import { RangeChips, readRange } from './_dashboard/range-chips';
import { TodayFigures } from './_dashboard/today-figures';
import { TodoList } from './_dashboard/todo-list';
import { VersionsPanel } from './_dashboard/versions-panel';

export const metadata: Metadata = { title: text('dashboard.title') };

/** Where an admin begins: today, what waits, and how the last days went. */
export default async function AdminHomePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireAdmin('/admin');
  const at = now();
  const range = readRange((await searchParams).days);
  const [figures, expiring, todos] = await Promise.all([readToday(at), readExpiring(at), readTodos(at)]);
  return (
    <>
      <PageHeader title={text('dashboard.title')} text={asOf(at)} />
      <TodayFigures {...figures} expiring={expiring} at={at} />
      <div className="grid grid-cols-1 gap-x-12 gap-y-8 pt-4 xl:grid-cols-2">
        <TodoList todos={todos} />
        <section aria-labelledby="health" className="flex min-w-0 flex-col gap-2">
          <h2 id="health" className="text-lg">
            {text('dashboard.healthTitle')}
          </h2>
          <Suspense fallback={<p className="text-muted">{text('dashboard.healthChecking')}</p>}>
            <DependencyList />
          </Suspense>
        </section>
      </div>
      {(await hasOrders()) ? (
        <>
          <div className="pt-6">
            <RangeChips range={range} />
          </div>
          <Charts range={range} at={at} />
          <ExpiringChart days={expiring} />
        </>
      ) : (
        <EmptyState
          title={text('dashboard.emptyTitle')}
          text={text('dashboard.emptyText')}
          action={<LinkButton href="/admin/products">{text('dashboard.emptyAction')}</LinkButton>}
        />
      )}
    </>
  );
}

async function Charts({ range, at }: { range: ReportRange; at: Date }) {
  const days = reportDays(range, at);
  const [revenue, revenueBefore, activity, activityBefore, versions] = await Promise.all([
    readRevenue(days),
    readRevenue(daysBefore(days)),
    readActivity(days),
    readActivity(daysBefore(days)),
    readFieldVersions(),
  ]);
  return (
    <>
      <RevenueCharts now={revenue} before={revenueBefore} days={range} />
      <div className="grid grid-cols-1 gap-x-12 gap-y-6 xl:grid-cols-2">
        <OrdersChart now={revenue} before={revenueBefore} days={range} names={days.days} />
        <ActivityChart now={activity} before={activityBefore} />
      </div>
      <RefusedChart now={activity} />
      <VersionsPanel products={versions} />
    </>
  );
}

function asOf(at: Date): string {
  const day = new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(at);
  return text('dashboard.asOf', { day, time: at.toISOString().slice(11, 16) });
}
