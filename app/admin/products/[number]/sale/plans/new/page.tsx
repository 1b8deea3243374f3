import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { listProductPlans } from '@/lib/catalog/list-product-plans';
import { text } from '../../../../../../_texts/text';
import { findProduct } from '../../../find-product';
import { PlanForm } from '../plan-form';
import { PlanHead } from '../plan-head';

export const metadata: Metadata = { title: text('editor.addPlanTitle') };

/** A further plan of a product. */
export default async function NewPlanPage({ params }: { params: Promise<{ number: string }> }) {
  const { number } = await params;
  await requireAdmin(`/admin/products/${encodeURIComponent(number)}/sale/plans/new`);
  const product = await findProduct(number);
  const plans = await listProductPlans(product.id);
  const position = String(Math.max(-1, ...plans.map((plan) => plan.position)) + 1);
  const currency = (plans[0]?.currency ?? 'usd').toUpperCase();
  return (
    <>
      <PlanHead product={product} title={text('editor.addPlanTitle')} about={text('editor.addPlanText')} />
      <PlanForm
        product={{ id: product.id, number: product.number }}
        inForce={{ planName: '', amount: '', currency, billing: 'once', position, trial: '' }}
      />
    </>
  );
}
