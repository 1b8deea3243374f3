import type { KeyStock } from '@/lib/licensing/list-key-stock';
import { text } from '../../../../_texts/text';
import { LinkButton } from '../../../../_ui/link-button';

/** How many keys of the owner's own wait to be handed out. */
export function Stock({ stock }: { stock: KeyStock }) {
  return (
    <section aria-labelledby="stock" className="mt-6 flex flex-col items-start gap-3 border-line border-t pt-6">
      <h2 id="stock" className="text-lg">
        {text('productApi.stock')}
      </h2>
      <p className="max-w-text text-muted">
        {text('productApi.stockText', {
          inStock: stock.inStock.toLocaleString('en'),
          handedOut: stock.handedOut.toLocaleString('en'),
        })}{' '}
        {stock.waiting > 0 ? `${text('productApi.stockWaiting', { count: stock.waiting })}.` : null}
      </p>
      <LinkButton href={`/admin/associated-keys/${stock.productNumber}`} variant="secondary">
        {text('productApi.stockLink')}
      </LinkButton>
    </section>
  );
}
