import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/require-admin';
import { type EditedPlan, listProductPlans } from '@/lib/catalog/list-product-plans';
import { previewPlanTerms } from '@/lib/licensing/preview-plan-terms';
import { text } from '../../../../../../_texts/text';
import { Link } from '../../../../../../_ui/link';
import type { SearchParams } from '../../../../../../products/catalogue-view';
import { findProduct } from '../../../find-product';
import { ApplyForm } from './apply-form';
import { ChoiceForm } from './choice-form';
import { Consequences } from './consequences';
import { askedChange } from './term-wish';

export const metadata: Metadata = { title: text('applyTerms.existing') };

type ApplyProps = { params: Promise<{ number: string; plan: string }>; searchParams: Promise<SearchParams> };

/** What a plan's terms of today would change for the licences that exist, and the button that applies them. */
export default async function ApplyPage({ params, searchParams }: ApplyProps) {
  const asked = await params;
  const here = `/admin/products/${encodeURIComponent(asked.number)}/licensing`;
  await requireAdmin(here);
  const product = await findProduct(asked.number);
  const plans = await listProductPlans(product.id);
  const plan = plans.find(({ number }) => String(number) === asked.plan) ?? notFound();
  const change = askedChange({ ...plan, recurs: plan.billingInterval !== null }, await searchParams);
  const preview = await previewPlanTerms(change);
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <div className="flex flex-col gap-2">
        <Link href={here} className="link self-start text-sm">
          {text('applyTerms.backToTerms')}
        </Link>
        <h2 className="text-lg">{text('applyTerms.title', { plan: plan.name })}</h2>
        <p className="max-w-text">{text('applyTerms.text', termsText(plan))}</p>
        <p className="max-w-text text-muted">{text('applyTerms.notTaken')}</p>
      </div>
      <ChoiceForm change={change} recurs={plan.billingInterval !== null} path={`${here}/apply/${plan.number}`} />
      <Consequences preview={preview} />
      <ApplyForm change={change} preview={preview} productNumber={product.number} />
    </div>
  );
}

function termsText({ activationLimit, termDays, updateDays, billingInterval }: EditedPlan) {
  const daysOf = (days: number) => text('editor.days', { count: days });
  const endless = billingInterval === null ? 'applyTerms.lifetime' : 'applyTerms.whilePaid';
  return {
    limit: activationLimit === null ? text('applyTerms.unlimited') : text('editor.places', { count: activationLimit }),
    term: termDays === null ? text(endless) : text('applyTerms.termFor', { days: daysOf(termDays) }),
    updates:
      updateDays === null ? text('applyTerms.asLicence') : text('applyTerms.updatesFor', { days: daysOf(updateDays) }),
  };
}
