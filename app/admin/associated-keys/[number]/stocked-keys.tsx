import type { KeyStock, StockedKey } from '@/lib/licensing/list-key-stock';
import { text } from '../../../_texts/text';
import { Badge } from '../../../_ui/badge';
import { DateTime } from '../../../_ui/date-time';
import { Dialog } from '../../../_ui/dialog';
import { EmptyState } from '../../../_ui/empty-state';
import { SubmitButton } from '../../../_ui/submit-button';
import { Table } from '../../../_ui/table';
import { deleteKeys } from './actions';

type StockedKeysProps = { product: KeyStock; keys: StockedKey[] };

/** The keys in stock by their hints, each with its Delete button, and one for all of them. */
export function StockedKeys({ product, keys }: StockedKeysProps) {
  if (product.inStock === 0) {
    const isNew = product.handedOut === 0;
    return (
      <EmptyState
        title={text(isNew ? 'stock.neverTitle' : 'stock.emptyTitle')}
        text={text(isNew ? 'stock.neverText' : 'stock.emptyText')}
      />
    );
  }
  return (
    <section aria-labelledby="in-stock" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="flex flex-col gap-1">
          <h2 id="in-stock" className="text-lg">
            {text('stock.listTitle')}
          </h2>
          <p className="text-muted">{text('stock.listText')}</p>
        </div>
        <DeleteAll product={product} />
      </div>
      <Table
        caption={text('stock.listCaption')}
        columns={[
          { key: 'key', header: text('stock.key') },
          { key: 'strength', header: text('stock.strength') },
          { key: 'added', header: text('stock.addedAt') },
          { key: 'actions', header: text('stock.actions'), isHeaderHidden: true, align: 'end' },
        ]}
        rows={keys.map((key) => ({
          id: key.id,
          cells: {
            key: <span className="whitespace-nowrap font-mono text-sm">{nameOf(key)}</span>,
            strength: key.isWeak ? <Badge tone="warn">{text('stock.weak')}</Badge> : text('stock.strong'),
            added: <DateTime at={key.addedAt} form="moment" />,
            actions: <DeleteOne product={product} stocked={key} />,
          },
        }))}
      />
    </section>
  );
}

function DeleteOne({ product, stocked }: { product: KeyStock; stocked: StockedKey }) {
  return (
    <form action={deleteKeys}>
      <Which product={product} />
      <input type="hidden" name="key" value={stocked.id} />
      <SubmitButton
        variant="danger"
        size="small"
        aria-label={text('stock.deleteNamed', { key: nameOf(stocked) })}
        pendingText={text('stock.deleting')}
      >
        {text('stock.delete')}
      </SubmitButton>
    </form>
  );
}

function DeleteAll({ product }: { product: KeyStock }) {
  const words = text('stock.deleteAll', { count: product.inStock });
  return (
    <Dialog
      trigger={words}
      look={{ variant: 'danger', size: 'small' }}
      title={text('stock.deleteAllTitle')}
      text={text('stock.deleteAllText')}
      closeText={text('stock.keep')}
    >
      <form action={deleteKeys}>
        <Which product={product} />
        <SubmitButton variant="danger" pendingText={text('stock.deleting')}>
          {words}
        </SubmitButton>
      </form>
    </Dialog>
  );
}

function Which({ product }: { product: KeyStock }) {
  return (
    <>
      <input type="hidden" name="product" value={product.productId} />
      <input type="hidden" name="number" value={String(product.productNumber)} />
    </>
  );
}

/** A key too short to show any of it has only that to be called by. */
function nameOf({ hint }: StockedKey): string {
  return hint === '…' ? text('stock.short') : hint;
}
