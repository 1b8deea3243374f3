import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { text } from '../../../../_texts/text';
import { Link } from '../../../../_ui/link';
import { PageHeader } from '../../../../_ui/page-header';
import { enteredPlan } from '../entered-plan';
import { PlanForm } from '../plan-form';

export const metadata: Metadata = { title: text('keyAdmin.planNewTitle') };

/** A new plan. */
export default async function NewPlanPage() {
  await requireAdmin('/admin/api-keys/plans/new');
  await requireStepUp('/admin/api-keys/plans/new');
  return (
    <>
      <p>
        <Link href="/admin/api-keys/plans" className="link">
          {text('keyAdmin.plansBack')}
        </Link>
      </p>
      <PageHeader title={text('keyAdmin.planNewTitle')} text={text('keyAdmin.planNewText')} />
      <PlanForm inForce={enteredPlan()} />
    </>
  );
}
