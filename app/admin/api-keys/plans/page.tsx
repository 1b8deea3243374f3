import type { Metadata } from 'next';
import { type AccessPlan, listPlans } from '@/lib/access-keys/access-plans';
import { requireAdmin } from '@/lib/auth/require-admin';
import { text } from '../../../_texts/text';
import { Badge } from '../../../_ui/badge';
import { Link } from '../../../_ui/link';
import { LinkButton } from '../../../_ui/link-button';
import { PageHeader } from '../../../_ui/page-header';
import { Table, type TableRow } from '../../../_ui/table';
import { PageNotice } from '../../../account/_parts/page-notice';
import type { SearchParams } from '../../../products/catalogue-view';
import { KeyTabs } from '../key-tabs';

export const metadata: Metadata = { title: text('keyAdmin.tab.plans') };

const PATH = '/admin/api-keys/plans';

type Column = 'plan' | 'keys' | 'pairs' | 'calls' | 'rate' | 'customers';

/** What accounts may have of the management API, plan by plan. */
export default async function PlansPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireAdmin(PATH);
  const plans = await listPlans();
  return (
    <>
      <PageHeader
        title={text('keyAdmin.tab.plans')}
        text={text('keyAdmin.plansText')}
        actions={<LinkButton href={`${PATH}/new`}>{text('keyAdmin.addPlan')}</LinkButton>}
      />
      <KeyTabs current={PATH} />
      <PageNotice
        code={(await searchParams).notice}
        known={{
          plan_saved: { tone: 'good', key: 'keyAdmin.notice.plan_saved' },
          plan_made: { tone: 'good', key: 'keyAdmin.notice.plan_made' },
          plan_default: { tone: 'good', key: 'keyAdmin.notice.plan_default' },
          plan_not_found: { tone: 'warn', key: 'keyAdmin.notice.plan_not_found' },
        }}
      />
      <Table<Column>
        caption={text('keyAdmin.plansCaption')}
        columns={[
          { key: 'plan', header: text('keyAdmin.plan') },
          { key: 'keys', header: text('keyAdmin.planKeys'), align: 'end' },
          { key: 'pairs', header: text('keyAdmin.planPairs'), align: 'end' },
          { key: 'calls', header: text('keyAdmin.planCalls'), align: 'end' },
          { key: 'rate', header: text('keyAdmin.planRate'), align: 'end' },
          { key: 'customers', header: text('keyAdmin.planCustomers'), align: 'end' },
        ]}
        rows={plans.map(toRow)}
      />
    </>
  );
}

function toRow(plan: AccessPlan): TableRow<Column> {
  return {
    id: plan.id,
    cells: {
      plan: (
        <span className="flex flex-wrap items-center gap-2">
          <Link href={`${PATH}/${plan.id}`} className="link break-words">
            {plan.name}
          </Link>
          {plan.isDefault ? <Badge>{text('keyAdmin.planDefault')}</Badge> : null}
        </span>
      ),
      keys: limitText(plan.maxKeys),
      pairs: plan.allowsPairs ? limitText(plan.maxPairs) : text('keyAdmin.none'),
      calls: limitText(plan.monthlyCalls),
      rate: limitText(plan.callsPerMinute),
      customers: (
        <span className="nums flex flex-col items-end">
          {plan.customerCount.toLocaleString('en')}
          {plan.isDefault ? <span className="text-muted text-sm">{text('keyAdmin.planDefaultAll')}</span> : null}
        </span>
      ),
    },
  };
}

function limitText(limit: number | null): string {
  return limit === null ? text('keyAdmin.unlimited') : limit.toLocaleString('en');
}
