import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test } from 'vitest';
import { ApiKeysView } from '@/app/account/api-keys/api-keys-view';
import { readApiKeys } from '@/app/account/api-keys/read-api-keys';
import { exampleApiKeys, examplePurchase } from '@/app/admin/settings/example-purchase';
import { KeyPreview } from '@/app/admin/settings/key-preview';
import { VISIBILITIES, visibilityName } from '@/app/admin/settings/key-visibility';
import { renderPreviews } from '@/app/admin/settings/render-previews';
import { inTransaction } from '@/lib/db/client';
import { keepAssociatedKeys } from '@/lib/licensing/keep-associated-keys';
import { exampleOrder } from '@/lib/mailbox/write-example-order';
import { readOrderMail } from '@/lib/orders/read-order-mail';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { useDatabase } from '../../support/database';
import { aProduct, aResource, bySystem } from '../../support/factories';

useDatabase();

const at = new Date('2026-11-21T12:00:00Z');
let bought: Awaited<ReturnType<typeof aResource>>;

beforeAll(async () => {
  const product = await aProduct();
  bought = await aResource({ product });
  const { customerId, resourceId: apiResourceId } = bought;
  const kept = { key: 'OLD-KEY-0000-1111', productId: product.id, customerId, apiResourceId };
  await inTransaction((tx) => keepAssociatedKeys(tx, { keys: [kept], at, actor: bySystem }));
  await aResource({ product, customerId });
});

const headers = (html: string) => [...html.matchAll(/role="columnheader"[^>]*>([^<]*)/g)].map(([, header]) => header);

test.each(VISIBILITIES.map((shown) => [visibilityName(shown), shown] as const))(
  'with the switches %s a customer sees the table, the keys and the mail that the preview showed',
  async (_, shown) => {
    expect(await saveStoreSettings(shown, bySystem)).toEqual({ ok: true });
    const real = await readApiKeys({ id: bought.customerId });
    const example = exampleApiKeys(shown, at);
    expect({ ...example, master: example.master.isShown, resources: example.resources.length }).toEqual({
      ...real,
      master: real.master.isShown,
      resources: real.resources.length,
    });
    const keysOf = ({ resources }: typeof real) =>
      resources.map((one) => [one.productOrderApiKey !== undefined, one.associatedApiKeys.length]);
    expect(keysOf(example)).toEqual(keysOf(real));
    const [previewed, seen] = [example, real].map((keys) => headers(renderToStaticMarkup(<ApiKeysView keys={keys} />)));
    expect(previewed).toEqual(seen);

    const mail = await readOrderMail(bought.orderId);
    const told = exampleOrder(examplePurchase(at), shown);
    const keysIn = (facts: typeof told | undefined) => [
      facts?.masterApiKey !== undefined,
      facts?.items.map((item) => [item.productOrderApiKey !== undefined, item.associatedApiKeys?.length ?? 0]),
    ];
    expect(keysIn(told)).toEqual(keysIn(mail));
  },
);

test('the preview shows both pages and the mail, says it in words, and carries no key of the store', async () => {
  const previews = await renderPreviews(3);
  const [first] = VISIBILITIES;
  if (!first) throw new Error('There is no visibility');
  const html = renderToStaticMarkup(<KeyPreview shown={first} previews={previews} affected={undefined} />);
  expect(html).toContain('This is what customers see today.');
  expect(headers(html)).toContain('Product Order API Key');
  expect(headers(html)).toContain('Release Date');
  expect(html).toContain('Thank you for your order');
  expect(html).toContain('lko_ExampleExample');
  expect(html).not.toContain(bought.key);
  expect(html).not.toContain(bought.masterKey);
});

test('a preview in which product order keys are hidden has no such key anywhere', async () => {
  const previews = await renderPreviews(3);
  for (const shown of VISIBILITIES.filter((one) => !one.showProductOrderApiKeys)) {
    const html = renderToStaticMarkup(<KeyPreview shown={shown} previews={previews} affected="Not saved yet." />);
    expect(html).not.toContain('lko_');
    expect(html).toContain('Not saved yet.');
  }
});

test('with both keys hidden there is nothing to preview, and that is said', async () => {
  const shown = { showProductOrderApiKeys: false, showMasterApiKey: false, showAssociatedKeys: true };
  const html = renderToStaticMarkup(
    <KeyPreview shown={shown} previews={await renderPreviews(3)} affected="Not saved yet." />,
  );
  expect(html).toContain('Neither key would be shown, so this cannot be saved.');
  expect(html).not.toContain('<iframe');
});
