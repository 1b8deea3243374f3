import type { AgainOffer } from '@/lib/orders/read-again-offer';
import { text } from '../../../_texts/text';
import { SubmitButton } from '../../../_ui/submit-button';
import { buyAgain } from './actions';

type BuyAgainProps = { orderId: string; offer: AgainOffer };

/** Puts the same plans into the cart, and says beforehand which of them are not sold any more. */
export function BuyAgain({ orderId, offer }: BuyAgainProps) {
  const { lines, gone } = offer;
  const names = gone.map(({ productTitle, planName }) => `${productTitle}, ${planName}`);
  return (
    <section aria-label={text('orderView.buyAgain')} className="no-print flex flex-col items-end gap-2 text-end">
      {lines.length === 0 ? null : (
        <form action={buyAgain}>
          <input type="hidden" name="order" value={orderId} />
          <SubmitButton variant="secondary" pendingText={text('shop.adding')}>
            {text('orderView.buyAgain')}
          </SubmitButton>
        </form>
      )}
      <p className="max-w-text text-muted text-sm">
        {names.length === 0
          ? text('orderView.buyAgainText')
          : text(lines.length === 0 ? 'orderView.allGone' : 'orderView.someGone', { names: names.join('; ') })}
      </p>
    </section>
  );
}
