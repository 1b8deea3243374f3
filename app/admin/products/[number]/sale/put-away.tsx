import type { ProductUse } from '@/lib/catalog/delete-product';
import type { EditedProduct } from '@/lib/catalog/read-admin-product';
import { text } from '../../../../_texts/text';
import { Dialog } from '../../../../_ui/dialog';
import { Notice } from '../../../../_ui/notice';
import { SubmitButton } from '../../../../_ui/submit-button';
import { removeProduct, setStanding } from './actions';
import { WhichProduct } from './which-product';

type PutAwayProps = { product: EditedProduct; use: ProductUse; canDelete: boolean };

/** The end of a product: archived once anything hangs on it, deleted only while nothing does. */
export function PutAway({ product, use, canDelete }: PutAwayProps) {
  const isArchived = product.archivedAt !== null;
  return (
    <section aria-labelledby="put-away" className="mt-6 flex flex-col items-start gap-4 border-line border-t pt-6">
      <h2 id="put-away" className="text-lg">
        {text('editor.putAway')}
      </h2>
      {canDelete ? null : (
        <Notice tone="warn" title={wordsOf(use)}>
          {text('editor.keepsText', { number: String(product.number) })}{' '}
          {isArchived ? null : text('editor.archiveText')}
        </Notice>
      )}
      {canDelete ? <p className="max-w-text text-muted">{text('editor.deleteText')}</p> : null}
      <div className="flex flex-wrap gap-3">
        <form action={setStanding}>
          <WhichProduct product={product} />
          <input type="hidden" name="standing" value={isArchived ? 'draft' : 'archived'} />
          <SubmitButton
            variant={isArchived ? 'secondary' : 'danger'}
            pendingText={text(isArchived ? 'editor.restoringProduct' : 'editor.archiving')}
          >
            {text(isArchived ? 'editor.restore' : 'editor.archive')}
          </SubmitButton>
        </form>
        {canDelete ? <Delete product={product} /> : null}
      </div>
    </section>
  );
}

function Delete({ product }: { product: EditedProduct }) {
  return (
    <Dialog
      trigger={text('editor.delete')}
      look={{ variant: 'danger' }}
      title={text('editor.deleteTitle', { title: product.title })}
      text={text('editor.deleteText')}
    >
      <form action={removeProduct}>
        <WhichProduct product={product} />
        <SubmitButton variant="danger" pendingText={text('editor.deleting')}>
          {text('editor.delete')}
        </SubmitButton>
      </form>
    </Dialog>
  );
}

function wordsOf({ licences, orders, releases, stockedKeys }: ProductUse): string {
  const facts = [
    licences > 0 ? text('editor.hasLicences', { count: licences }) : '',
    orders > 0 ? text('editor.hasOrders', { count: orders }) : '',
    releases > 0 ? text('editor.hasReleases', { count: releases }) : '',
    stockedKeys > 0 ? text('editor.hasStock', { count: stockedKeys }) : '',
  ].filter(Boolean);
  const sentence = facts.join(', ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
