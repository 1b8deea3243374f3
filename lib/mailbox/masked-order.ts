import type { OrderMailFacts } from '../email/order-mail';
import { keyHint } from '../secrets/key-format';

/** The order mail's facts with every key cut to its hint: admins may read the mail, not the keys in it. */
export function maskedOrder(facts: OrderMailFacts): OrderMailFacts {
  return {
    ...facts,
    ...(facts.masterApiKey === undefined ? {} : { masterApiKey: keyHint(facts.masterApiKey) }),
    items: facts.items.map((item) => ({
      ...item,
      ...(item.productOrderApiKey === undefined ? {} : { productOrderApiKey: keyHint(item.productOrderApiKey) }),
      ...(item.associatedApiKeys === undefined ? {} : { associatedApiKeys: item.associatedApiKeys.map(keyHint) }),
    })),
  };
}
