import type { KeyStock } from '@/lib/licensing/list-key-stock';
import { text } from '../../../_texts/text';
import { Notice } from '../../../_ui/notice';
import { SubmitButton } from '../../../_ui/submit-button';
import { handOutKeys } from './actions';

/** How many keys there are, and how many went. */
export function StockCounts({ product: { inStock, handedOut } }: { product: KeyStock }) {
  const facts = [
    { name: text('stock.inStock'), value: inStock },
    { name: text('stock.handedOut'), value: handedOut },
  ];
  return (
    <dl className="grid grid-cols-2 gap-4 border-line border-y py-4 sm:max-w-md">
      {facts.map(({ name, value }) => (
        <div key={name} className="flex flex-col">
          <dt className="text-muted text-sm">{name}</dt>
          <dd className="nums text-2xl">{value.toLocaleString('en')}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Purchases that found the stock empty; with keys there again, the button that gives them theirs. */
export function WaitingPurchases({ product }: { product: KeyStock }) {
  const { waiting, inStock, productId, productNumber } = product;
  if (waiting === 0) return null;
  return (
    <Notice tone="warn" title={text('stock.waitingTitle', { count: waiting })}>
      <p>{text('stock.waitingText', { count: waiting })}</p>
      {inStock === 0 ? null : (
        <form action={handOutKeys} className="mt-3">
          <input type="hidden" name="product" value={productId} />
          <input type="hidden" name="number" value={String(productNumber)} />
          <SubmitButton size="small" variant="secondary" pendingText={text('stock.handingOut')}>
            {text('stock.handOut', { count: Math.min(waiting, inStock) })}
          </SubmitButton>
        </form>
      )}
    </Notice>
  );
}

/** Keys that somebody could guess, and what the store does about it. */
export function WeakKeys({ product: { weak } }: { product: KeyStock }) {
  if (weak === 0) return null;
  return (
    <Notice tone="warn" title={text('stock.weakTitle', { count: weak })}>
      <p>{text('stock.weakText')}</p>
    </Notice>
  );
}
