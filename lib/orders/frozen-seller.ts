import { z } from 'zod';
import type { StoreSettings } from '../settings/store-settings';

const frozenSeller = z.object({
  name: z.string(),
  address: z.string(),
  vatId: z.string(),
  note: z.string(),
  /** Before the order's number. */
  prefix: z.string(),
});

/** Who sells, as an invoice says it. Empty = not given. */
export type Seller = z.infer<typeof frozenSeller>;

/** Today's seller. */
export function sellerOf(settings: StoreSettings): Seller {
  return {
    name: settings.sellerName || settings.storeName,
    address: settings.sellerAddress,
    vatId: settings.sellerVatId,
    note: settings.invoiceNote,
    prefix: settings.invoicePrefix,
  };
}

/**
 * Who sold: the seller of the order's day. What was not given then is shown as it is today, since an invoice without an
 * address helps nobody; the number is never made anew, so it stays what it was.
 */
export function sellerOfOrder(frozen: unknown, today: Seller): Seller {
  if (frozen === null || frozen === undefined) return { ...today, prefix: '' };
  const then = frozenSeller.parse(frozen);
  return then.address === '' ? { ...today, prefix: then.prefix } : then;
}
