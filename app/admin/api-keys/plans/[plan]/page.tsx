import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type AccessPlan, listPlans } from '@/lib/access-keys/access-plans';
import { requireAdmin } from '@/lib/auth/require-admin';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { text } from '../../../../_texts/text';
import { Link } from '../../../../_ui/link';
import { PageHeader } from '../../../../_ui/page-header';
import { SubmitButton } from '../../../../_ui/submit-button';
import { makeDefault } from '../actions';
import { enteredPlan } from '../entered-plan';
import { PlanForm } from '../plan-form';

export const metadata: Metadata = { title: text('keyAdmin.plan') };

/** One plan: what it includes, and whether it is the default. */
export default async function PlanPage({ params }: { params: Promise<{ plan: string }> }) {
  await requireAdmin('/admin/api-keys/plans');
  const { plan: id } = await params;
  await requireStepUp(`/admin/api-keys/plans/${encodeURIComponent(id)}`);
  const plan = (await listPlans()).find((one) => one.id === id);
  if (!plan) notFound();
  const { name, isDefault, customerCount: count } = plan;
  return (
    <>
      <p>
        <Link href="/admin/api-keys/plans" className="link">
          {text('keyAdmin.plansBack')}
        </Link>
      </p>
      <PageHeader
        title={text('keyAdmin.planEditTitle', { name })}
        text={isDefault ? text('keyAdmin.planEditDefault') : text('keyAdmin.planEditText', { count })}
      />
      <PlanForm inForce={enteredPlan(plan)} planId={plan.id} />
      <Default plan={plan} />
    </>
  );
}

function Default({ plan: { id, name, isDefault } }: { plan: AccessPlan }) {
  return (
    <section aria-labelledby="default" className="flex flex-col items-start gap-3 border-line border-t pt-5">
      <h2 id="default" className="text-lg">
        {text('keyAdmin.planDefault')}
      </h2>
      <p className="max-w-text text-muted">{text(isDefault ? 'keyAdmin.isDefault' : 'keyAdmin.makeDefaultText')}</p>
      {isDefault ? null : (
        <form action={makeDefault}>
          <input type="hidden" name="plan" value={id} />
          <SubmitButton variant="secondary" pendingText={text('keyAdmin.makingDefault')}>
            {text('keyAdmin.makeDefault', { name })}
          </SubmitButton>
        </form>
      )}
    </section>
  );
}
