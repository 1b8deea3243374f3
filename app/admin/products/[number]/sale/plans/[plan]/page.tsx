import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/require-admin';
import { listProductPlans } from '@/lib/catalog/list-product-plans';
import { offerFingerprint } from '@/lib/catalog/plan-offer';
import { text } from '../../../../../../_texts/text';
import { findProduct } from '../../../find-product';
import { enteredPlanOf } from '../entered-plan';
import { PlanForm } from '../plan-form';
import { PlanHead } from '../plan-head';

export const metadata: Metadata = { title: text('editor.plan') };

/** One plan of a product: what it is sold as. */
export default async function PlanPage({ params }: { params: Promise<{ number: string; plan: string }> }) {
  const asked = await params;
  await requireAdmin(
    `/admin/products/${encodeURIComponent(asked.number)}/sale/plans/${encodeURIComponent(asked.plan)}`,
  );
  const product = await findProduct(asked.number);
  const plans = await listProductPlans(product.id);
  const plan = plans.find(({ number }) => String(number) === asked.plan) ?? notFound();
  return (
    <>
      <PlanHead
        product={product}
        title={text('editor.editPlanTitle', { name: plan.name })}
        about={text('editor.editPlanText')}
      />
      <PlanForm
        product={{ id: product.id, number: product.number }}
        inForce={enteredPlanOf(plan)}
        plan={{ id: plan.id, fingerprint: offerFingerprint(plan) }}
      />
    </>
  );
}
