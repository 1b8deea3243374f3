import type { RenderedMail } from '../email/mail-content';
import { type OrderMailFacts, orderMail } from '../email/order-mail';
import { renderMail } from '../email/render-mail';
import { env } from '../env';
import { readStoreSettings, type StoreSettings } from '../settings/store-settings';
import { mailSender } from './mail-sender';

/** Which keys customers are shown. */
export type KeyVisibility = Pick<StoreSettings, 'showProductOrderApiKeys' | 'showMasterApiKey' | 'showAssociatedKeys'>;

/** What an example order is about. Its keys open nothing. */
export type ExamplePurchase = {
  orderNumber: number;
  productTitle: string;
  planName: string;
  productNumber: number;
  activationLimit: number;
  expiresAt: Date;
  keys: { master: string; productOrder: string; associated: string };
};

/** The order mail of an example purchase under each of some settings, by the writer of the true ones. */
export async function writeExampleOrders(
  purchase: ExamplePurchase,
  wanted: readonly KeyVisibility[],
): Promise<RenderedMail[]> {
  const { publicUrl } = env();
  const sender = mailSender(await readStoreSettings());
  const links = { apiKeysUrl: `${publicUrl}/account/api-keys` };
  return Promise.all(wanted.map((shown) => renderMail(orderMail(exampleOrder(purchase, shown), links), sender)));
}

/** The facts of such a mail: a key that is hidden is not in them. */
export function exampleOrder(purchase: ExamplePurchase, shown: KeyVisibility): OrderMailFacts {
  const { keys, productTitle: title, orderNumber, ...item } = purchase;
  return {
    orderNumber,
    currency: 'usd',
    discountAmount: 0,
    taxAmount: 0,
    totalAmount: 4900,
    items: [
      {
        title,
        ...item,
        quantity: 1,
        amount: 4900,
        ...(shown.showProductOrderApiKeys ? { productOrderApiKey: keys.productOrder } : {}),
        ...(shown.showAssociatedKeys ? { associatedApiKeys: [keys.associated] } : {}),
      },
    ],
    ...(shown.showMasterApiKey ? { masterApiKey: keys.master } : {}),
  };
}
