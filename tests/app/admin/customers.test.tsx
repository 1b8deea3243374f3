import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { readApiKeys } from '@/app/account/api-keys/read-api-keys';
import { readHome } from '@/app/account/read-home';
import { foundKeyHref } from '@/app/admin/_list/found-key-href';
import { readDownloads } from '@/app/admin/customers/[number]/view/api-downloads/read-downloads';
import { ViewedDownloads } from '@/app/admin/customers/[number]/view/api-downloads/viewed-downloads';
import { maskKeys } from '@/app/admin/customers/[number]/view/api-keys/mask-keys';
import { ViewedKeys } from '@/app/admin/customers/[number]/view/api-keys/viewed-keys';
import { ViewedOrders } from '@/app/admin/customers/[number]/view/orders/viewed-orders';
import { ViewedHome } from '@/app/admin/customers/[number]/view/viewed-home';
import { db, inTransaction } from '@/lib/db/client';
import { keepAssociatedKeys } from '@/lib/licensing/keep-associated-keys';
import { listOrders } from '@/lib/orders/list-orders';
import { aDataFolder, aDownload } from '../../downloads/support';
import { useDatabase } from '../../support/database';
import { aResource, bySystem } from '../../support/factories';
import { activateOnce, withSettings } from '../account/api-keys-page';

useDatabase({ DATA_DIR: aDataFolder() });

const ASSOCIATED = 'b9dc04e1-f5a2-7c66-88d1-3f40a7e2c95b';

/** A customer with a master key, a product order key, an associated key, an activation and a file to fetch. */
async function aBuyer() {
  const resource = await aResource();
  const { resourceId, customerId, product, key, planNumber } = resource;
  await inTransaction((tx) =>
    keepAssociatedKeys(tx, {
      keys: [{ key: ASSOCIATED, productId: product.id, customerId, apiResourceId: resourceId }],
      actor: bySystem,
      at: new Date(),
    }),
  );
  await aDownload(product.id, { version: '1.1.0' });
  await activateOnce({ key, productId: planNumber, instance: 'laptop', label: 'https://shop.example.test' });
  const customer = await db().customer.findUniqueOrThrow({ where: { id: customerId } });
  return { ...resource, customer: { ...customer, isEmailVerified: false } };
}

/** The four pages of a look, as they reach the browser. */
async function looksAt({ customer }: Awaited<ReturnType<typeof aBuyer>>) {
  const keys = maskKeys(await readApiKeys(customer));
  const downloads = await readDownloads(customer.id);
  const pages: ReactElement[] = [
    <ViewedHome key="home" customer={customer} home={await readHome(customer)} />,
    <ViewedOrders key="orders" orders={await listOrders({ customerId: customer.id })} />,
    <ViewedKeys key="keys" keys={keys} />,
    <ViewedDownloads key="downloads" downloads={downloads} />,
  ];
  const html = pages.map((page) => renderToStaticMarkup(page)).join('\n');
  return { html, words: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '), facts: JSON.stringify([keys, downloads]) };
}

test('a look shows what the customer has, without a key, a link to a file or anything to press', async () => {
  await withSettings({ showAssociatedKeys: true }, async () => {
    const buyer = await aBuyer();
    const { html, words, facts } = await looksAt(buyer);
    for (const shown of [buyer.product.title, 'shop.example.test', '1 of 3', '1.1.0', `Order ${buyer.orderNumber}`]) {
      expect(words).toContain(shown);
    }
    for (const key of [buyer.masterKey, buyer.key, ASSOCIATED]) {
      expect(words).toContain(key.slice(-4));
      expect(html + facts).not.toContain(key);
      expect(html + facts).not.toContain(key.slice(-8));
    }
    expect(html).not.toMatch(/<form|<button|<input|\/downloads\/|download=/);
    expect(facts).not.toContain('/downloads/');
  });
});

test('a look follows the settings: merged without product order keys, and no hint of a hidden master key', async () => {
  const buyer = await aBuyer();
  await withSettings({ showProductOrderApiKeys: false }, async () => {
    const { words, facts } = await looksAt(buyer);
    expect(words).not.toContain('Product Order API Key');
    expect(facts).not.toContain(buyer.key.slice(-4));
  });
  await withSettings({ showMasterApiKey: false }, async () => {
    const { words } = await looksAt(buyer);
    expect(words).toContain('hidden by a setting');
    expect(words).not.toContain(buyer.masterKey.slice(-4));
  });
});

test('a key pasted into the list of customers leads to its owner', () => {
  expect(foundKeyHref('/admin/customers?role=admin', { kind: 'customer', customerNumber: 3 })).toBe(
    '/admin/customers/3?note=key_found',
  );
  const licence = { kind: 'licence', licenceNumber: 7, orderNumber: 1001, customerNumber: 3 } as const;
  expect(foundKeyHref('/admin/customers', licence)).toBe('/admin/customers/3?note=key_found');
});
