import type { EditedPlan } from '@/lib/catalog/list-product-plans';
import type { EditedProduct } from '@/lib/catalog/read-admin-product';
import { text } from '../../../../_texts/text';
import { Badge } from '../../../../_ui/badge';
import { CopyButton } from '../../../../_ui/copy-button';
import { EmptyState } from '../../../../_ui/empty-state';
import { LinkButton } from '../../../../_ui/link-button';
import { Price } from '../../../../_ui/price';
import { SubmitButton } from '../../../../_ui/submit-button';
import { Table } from '../../../../_ui/table';
import { billingWords, limitWords, termWords } from '../../../../products/plan-words';
import { setPlanStanding } from './actions';
import { WhichProduct } from './which-product';

type PlansProps = { product: EditedProduct; plans: EditedPlan[] };

/** What customers choose from, with the ways to change it. */
export function Plans({ product, plans }: PlansProps) {
  const here = `/admin/products/${product.number}/sale/plans`;
  const add = (
    <LinkButton href={`${here}/new`} variant="secondary">
      {text('editor.addPlan')}
    </LinkButton>
  );
  if (plans.length === 0) {
    return <EmptyState title={text('editor.noPlansTitle')} text={text('editor.noPlansText')} action={add} />;
  }
  return (
    <section aria-labelledby="plans" className="mt-4 flex flex-col gap-3">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="flex flex-col gap-1">
          <h2 id="plans" className="text-lg">
            {text('editor.plans')}
          </h2>
          <p className="max-w-text text-muted">{text('editor.plansText')}</p>
        </div>
        {add}
      </div>
      <Table
        caption={text('editor.plansCaption')}
        columns={[
          { key: 'plan', header: text('editor.plan') },
          { key: 'price', header: text('editor.price') },
          { key: 'terms', header: text('editor.terms') },
          { key: 'sold', header: text('editor.sold'), align: 'end' },
          { key: 'actions', header: text('editor.actions'), isHeaderHidden: true, align: 'end' },
        ]}
        rows={plans.map((plan) => ({ id: plan.id, cells: cellsOf(product, plan, here) }))}
      />
    </section>
  );
}

function cellsOf(product: EditedProduct, plan: EditedPlan, here: string) {
  return {
    plan: <PlanName plan={plan} />,
    price: (
      <span className="flex flex-col items-end sm:items-start">
        <Price minorUnits={plan.unitAmount} currency={plan.currency} />
        <span className="text-muted text-sm">{billingWords(plan)}</span>
        {plan.trialDays === null ? null : (
          <span className="text-sm">{text('recurring.trialBadge', { count: plan.trialDays })}</span>
        )}
      </span>
    ),
    terms: (
      <span className="flex flex-col items-end text-end text-sm sm:items-start sm:text-start">
        <span>{limitWords(plan)}</span>
        <span className="text-muted">{termWords(plan)}</span>
      </span>
    ),
    sold:
      plan.licences === 0 ? (
        <span className="text-muted">{text('editor.none')}</span>
      ) : (
        plan.licences.toLocaleString('en')
      ),
    actions: (
      <span className="flex flex-wrap justify-end gap-2">
        {plan.archivedAt === null ? (
          <LinkButton
            href={`${here}/${plan.number}`}
            variant="secondary"
            size="small"
            aria-label={text('editor.editPlanOf', { name: plan.name })}
          >
            {text('editor.editPlan')}
          </LinkButton>
        ) : null}
        <Standing product={product} plan={plan} />
      </span>
    ),
  };
}

function PlanName({ plan }: { plan: EditedPlan }) {
  return (
    <span className="flex flex-col items-start">
      <span className="flex flex-wrap items-center gap-2">
        {plan.name}
        {plan.archivedAt === null ? null : <Badge>{text('editor.archivedPlan')}</Badge>}
      </span>
      <span className="inline-flex items-center gap-1 font-normal text-muted text-sm">
        {text('products.idNumber', { number: String(plan.number) })}
        <CopyButton name={text('editor.planIdOf', { name: plan.name })} value={String(plan.number)} />
      </span>
    </span>
  );
}

function Standing({ product, plan }: { product: EditedProduct; plan: EditedPlan }) {
  const isArchived = plan.archivedAt !== null;
  return (
    <form action={setPlanStanding}>
      <WhichProduct product={product} />
      <input type="hidden" name="plan" value={plan.id} />
      <input type="hidden" name="onSale" value={isArchived ? 'on' : ''} />
      <SubmitButton
        variant="secondary"
        size="small"
        aria-label={text(isArchived ? 'editor.restorePlanOf' : 'editor.archivePlanOf', { name: plan.name })}
        pendingText={text(isArchived ? 'editor.restoring' : 'editor.archiving')}
      >
        {text(isArchived ? 'editor.restorePlan' : 'editor.archivePlan')}
      </SubmitButton>
    </form>
  );
}
