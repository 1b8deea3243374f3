import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { licensingFingerprint } from '@/lib/catalog/edit-licensing';
import { type EditedPlan, listProductPlans } from '@/lib/catalog/list-product-plans';
import type { EditedProduct } from '@/lib/catalog/read-admin-product';
import { text } from '../../../../_texts/text';
import { LinkButton } from '../../../../_ui/link-button';
import { PageNotice } from '../../../../account/_parts/page-notice';
import type { SearchParams } from '../../../../products/catalogue-view';
import { findProduct } from '../find-product';
import { productNotices } from '../product-notices';
import { enteredLicensingOf } from './entered-licensing';
import { LicensingForm } from './licensing-form';

export const metadata: Metadata = { title: text('editor.tabLicensing') };

type LicensingProps = { params: Promise<{ number: string }>; searchParams: Promise<SearchParams> };

/** What a purchase of the product licenses: its terms, those of its plans, and the way to licences that exist. */
export default async function LicensingPage({ params, searchParams }: LicensingProps) {
  const { number } = await params;
  await requireAdmin(`/admin/products/${encodeURIComponent(number)}/licensing`);
  const product = await findProduct(number);
  const [plans, { notice }] = await Promise.all([listProductPlans(product.id), searchParams]);
  const onSale = plans.filter((plan) => plan.archivedAt === null);
  return (
    <>
      <PageNotice code={notice} known={productNotices} />
      <LicensingForm
        product={{ id: product.id, number: product.number }}
        plans={onSale.map((plan) => ({ id: plan.id, name: plan.name, recurs: plan.billingInterval !== null }))}
        inForce={enteredLicensingOf(product, onSale)}
        fingerprint={licensingFingerprint({ ...product, plans })}
      />
      <Existing product={product} plans={plans.filter((plan) => plan.licences > 0)} />
    </>
  );
}

function Existing({ product, plans }: { product: EditedProduct; plans: EditedPlan[] }) {
  return (
    <section aria-labelledby="existing" className="mt-6 flex flex-col gap-3 border-line border-t pt-6">
      <h2 id="existing" className="text-lg">
        {text('applyTerms.existing')}
      </h2>
      <p className="max-w-text text-muted">
        {text(plans.length === 0 ? 'applyTerms.existingNone' : 'applyTerms.existingText')}
      </p>
      <div className="flex flex-wrap gap-3">
        {plans.map((plan) => (
          <LinkButton
            key={plan.id}
            href={`/admin/products/${product.number}/licensing/apply/${plan.number}`}
            variant="secondary"
          >
            {text('applyTerms.to', { plan: plan.name })}
          </LinkButton>
        ))}
      </div>
    </section>
  );
}
