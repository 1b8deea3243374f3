import { standingOf } from '@/lib/catalog/product-standing';
import type { EditedProduct } from '@/lib/catalog/read-admin-product';
import { text } from '../../../../_texts/text';
import { LinkButton } from '../../../../_ui/link-button';
import { SubmitButton } from '../../../../_ui/submit-button';
import { setStanding } from './actions';
import { WhichProduct } from './which-product';

/** Whether customers find the product, and the button that changes it. */
export function Storefront({ product }: { product: EditedProduct }) {
  const standing = standingOf(product);
  return (
    <section aria-labelledby="storefront" className="flex flex-col gap-3">
      <h2 id="storefront" className="text-lg">
        {text(`editor.standing_${standing}`)}
      </h2>
      <p className="max-w-text text-muted">
        {text(`editor.storefrontText_${standing}`, { path: `/products/${product.slug}` })}
      </p>
      <div className="flex flex-wrap gap-3">
        {standing === 'draft' ? (
          <Change product={product} to="published" words={text('editor.publish')} pending={text('editor.publishing')} />
        ) : null}
        {standing === 'published' ? (
          <Change
            product={product}
            to="draft"
            words={text('editor.unpublish')}
            pending={text('editor.unpublishing')}
            isQuiet
          />
        ) : null}
        {standing === 'published' ? null : (
          <LinkButton href={`/admin/products/${product.number}/preview`} variant="secondary">
            {text('editor.showPreview')}
          </LinkButton>
        )}
      </div>
    </section>
  );
}

type ChangeProps = {
  product: EditedProduct;
  to: 'published' | 'draft';
  words: string;
  pending: string;
  isQuiet?: boolean;
};

function Change({ product, to, words, pending, isQuiet = false }: ChangeProps) {
  return (
    <form action={setStanding}>
      <WhichProduct product={product} />
      <input type="hidden" name="standing" value={to} />
      <SubmitButton variant={isQuiet ? 'secondary' : 'primary'} pendingText={pending}>
        {words}
      </SubmitButton>
    </form>
  );
}
