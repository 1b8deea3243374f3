import { db } from '@/lib/db/client';
import { aCustomer, aProduct, aRelease, aResource } from './factories';

/** The store of the recorded captures, imported as it was: the same numbers, keys and texts. */
export async function importLabStore(keys: { master: string; product_order: string; product_order_unlimited: string }) {
  const customer = await aCustomer({ number: 2, email: 'customer@example.test' });
  const limited = await aProduct({
    number: 12,
    title: 'Lab Demo',
    legacyTitle: 'Lab Demo',
    plans: [{ number: 12, activationLimit: 3, termDays: null }],
  });
  const unlimited = await aProduct({
    number: 13,
    title: 'Lab Unlimited',
    plans: [{ number: 13, activationLimit: null, termDays: null }],
  });
  await db().product.update({
    where: { id: limited.id },
    data: {
      slug: 'lab-demo',
      pageUrl: 'http://127.0.0.1:8082/lab-demo',
      testedVersion: '6.8',
      requiresVersion: '6.0',
      requiresPhp: '7.4',
      author: 'Lab',
    },
  });
  await aRelease(limited.id, { version: '1.0.0', releasedAt: new Date('2026-10-01') });
  await aRelease(limited.id, {
    version: '1.1.0',
    releasedAt: new Date('2026-11-20'),
    upgradeNotice: 'Second lab release.',
  });
  const resource = await aResource({
    customerId: customer.id,
    product: limited,
    activationLimit: 3,
    orderNumber: 14,
    resourceNumber: 1,
    masterApiKey: keys.master,
    productOrderApiKey: keys.product_order,
  });
  await aResource({
    customerId: customer.id,
    product: unlimited,
    activationLimit: null,
    orderNumber: 15,
    resourceNumber: 2,
    productOrderApiKey: keys.product_order_unlimited,
  });
  return { customerId: customer.id, resourceId: resource.resourceId };
}
