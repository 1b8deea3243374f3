import { newCheckoutToken } from '@/lib/orders/checkout-token';
import type { Renewal } from '@/lib/orders/list-renewals';
import { text } from '../../_texts/text';
import { DateTime } from '../../_ui/date-time';
import { formatPrice } from '../../_ui/format-price';
import { SubmitButton } from '../../_ui/submit-button';
import { renewLicences } from '../subscriptions/actions';

/** Renews one licence at the price it says: the payment page is the next thing that is seen. Nothing where that is not possible. */
export function RenewButton({ renewal }: { renewal: Renewal }) {
  const { offer, apiResourceId, productTitle, resourceNumber } = renewal;
  if (!offer.ok) return null;
  const { amount, currency } = offer.price;
  const price = formatPrice(amount, currency);
  return (
    <form action={renewLicences} className="inline-flex">
      <input type="hidden" name="formToken" value={newCheckoutToken()} />
      <input type="hidden" name="licence" value={apiResourceId} />
      <input type="hidden" name={`price.${apiResourceId}`} value={amount} />
      <SubmitButton
        variant="secondary"
        size="small"
        pendingText={text('renewals.renewing')}
        aria-label={text('renewals.renewOf', { title: productTitle, number: String(resourceNumber), price })}
      >
        <span className="nums">{text('renewals.renew', { price })}</span>
        <span className="font-normal text-muted">
          {offer.endsAt ? (
            <>
              {text('renewals.renewUntil')} <DateTime at={offer.endsAt} />
            </>
          ) : (
            text('renewals.renewForLife')
          )}
        </span>
      </SubmitButton>
    </form>
  );
}
