import type { AccessPlan } from '@/lib/access-keys/access-plans';
import type { KeyOfOwner } from '@/lib/access-keys/list-every-key';
import type { CustomerFacts } from '@/lib/customers/read-customer';
import { text } from '../../../_texts/text';
import { DateTime } from '../../../_ui/date-time';
import { Link } from '../../../_ui/link';
import { SubmitButton } from '../../../_ui/submit-button';
import { Table } from '../../../_ui/table';
import { KeyMarks, KeyStateBadge } from '../../api-keys/key-badges';
import { countOf, ListBox } from './list-box';
import { assignAccessPlan } from './plan-action';

export type ApiPlanFacts = {
  keys: { rows: KeyOfOwner[]; count: number };
  plans: AccessPlan[];
  /** The plan that was given to the account; undefined while the default one holds. */
  planId: string | undefined;
};

/** The newest developer keys of a person, and the plan that says how many there may be. */
export function ApiPlanBox({ customer, facts }: { customer: CustomerFacts; facts: ApiPlanFacts }) {
  const { keys } = facts;
  return (
    <ListBox
      id="developer-keys"
      title={text('keyAdmin.boxTitle')}
      count={countOf(keys)}
      all={{ href: `/admin/api-keys?customer=${customer.number}`, label: text('keyAdmin.boxAll') }}
    >
      <PlanChoice customer={customer} facts={facts} />
      {keys.rows.length === 0 ? (
        <p className="text-muted">{text('keyAdmin.emptyTitle')}</p>
      ) : (
        <Table
          caption={text('keyAdmin.boxAll')}
          columns={[
            { key: 'name', header: text('keyAdmin.name') },
            { key: 'used', header: text('keyAdmin.lastUsed') },
            { key: 'calls', header: text('keyAdmin.calls'), align: 'end' },
            { key: 'state', header: text('keyAdmin.state'), align: 'end' },
          ]}
          rows={keys.rows.map((row) => ({
            id: row.id,
            cells: {
              name: (
                <span className="flex flex-wrap items-center gap-2">
                  <Link href={`/admin/api-keys/${row.sid}`} className="link break-words">
                    {row.name}
                  </Link>
                  <KeyMarks row={row} />
                </span>
              ),
              used: row.lastUsedAt ? <DateTime at={row.lastUsedAt} /> : text('keyAdmin.never'),
              calls: <span className="nums">{row.callsThisMonth.toLocaleString('en')}</span>,
              state: <KeyStateBadge state={row.state} />,
            },
          }))}
        />
      )}
    </ListBox>
  );
}

function PlanChoice({ customer, facts: { plans, planId } }: { customer: CustomerFacts; facts: ApiPlanFacts }) {
  const byDefault = plans.find(({ isDefault }) => isDefault)?.name ?? '';
  return (
    <form action={assignAccessPlan} className="flex flex-wrap items-center gap-3 py-2">
      <input type="hidden" name="number" value={String(customer.number)} />
      <label htmlFor="accessPlan" className="text-muted">
        {text('keyAdmin.boxPlan')}
      </label>
      <select
        key={planId ?? ''}
        id="accessPlan"
        name="accessPlan"
        defaultValue={planId ?? ''}
        className="min-h-10 min-w-0 max-w-full rounded-md border border-edge/60 bg-raised px-3 py-2 transition-colors hover:border-ink"
      >
        <option value="">{text('keyAdmin.boxDefault', { plan: byDefault })}</option>
        {plans
          .filter(({ isDefault }) => !isDefault)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </select>
      <SubmitButton variant="secondary" size="small" pendingText={text('keyAdmin.boxSaving')}>
        {text('keyAdmin.boxSave')}
      </SubmitButton>
    </form>
  );
}
