import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { now } from '@/lib/clock';
import { text } from '../../../../../_texts/text';
import { LinkButton } from '../../../../../_ui/link-button';
import { findProduct } from '../../find-product';
import { emptyRelease } from '../entered-release';
import { ReleaseForm } from '../release-form';

export const metadata: Metadata = { title: text('releases.new') };

/** Where a version begins, as a draft. */
export default async function NewVersionPage({ params }: { params: Promise<{ number: string }> }) {
  const { number } = await params;
  await requireAdmin(`/admin/products/${encodeURIComponent(number)}/versions/new`);
  const product = await findProduct(number);
  const { id, requiresVersion, testedVersion, requiresPhp } = product;
  return (
    <section aria-labelledby="new-version" className="flex flex-col gap-6">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="flex flex-col gap-1">
          <h2 id="new-version" className="text-xl">
            {text('releases.new')}
          </h2>
          <p className="max-w-text text-muted">{text('releases.newText')}</p>
        </div>
        <LinkButton href={`/admin/products/${product.number}/versions`} variant="secondary" size="small">
          {text('releases.all')}
        </LinkButton>
      </div>
      <ReleaseForm
        product={{ id, number: product.number, requiresVersion, testedVersion, requiresPhp }}
        inForce={emptyRelease(now())}
      />
    </section>
  );
}
