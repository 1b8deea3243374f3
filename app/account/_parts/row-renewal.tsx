import type { ListedResource } from '@/lib/licensing/list-api-resources';
import type { Renewal } from '@/lib/orders/list-renewals';
import { text } from '../../_texts/text';
import { LinkButton } from '../../_ui/link-button';
import { RenewButton } from './renew-button';

/** The renewals of a row: of its right, or of every right that is merged in it. */
export function renewalsOf({ id }: Pick<ListedResource, 'id'>, renewals: readonly Renewal[]): Renewal[] {
  return renewals.filter(({ apiResourceId, productId }) => apiResourceId === id || productId === id);
}

/** The way to renew a row: at once where it is one licence, else to the page where one chooses among them. */
export function RowRenewal({ renewals }: { renewals: readonly Renewal[] }) {
  const [one, ...more] = renewals.filter(({ offer }) => offer.ok);
  if (!one) return null;
  if (more.length === 0) return <RenewButton renewal={one} />;
  return (
    <LinkButton
      href="/account/subscriptions#renewals"
      variant="secondary"
      size="small"
      aria-label={text('renewals.seeRenewalOf', { title: one.productTitle })}
    >
      {text('renewals.seeRenewal')}
    </LinkButton>
  );
}
