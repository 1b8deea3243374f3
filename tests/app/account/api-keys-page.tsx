import { renderToStaticMarkup } from 'react-dom/server';
import { expect } from 'vitest';
import { ApiKeysView } from '@/app/account/api-keys/api-keys-view';
import { readApiKeys } from '@/app/account/api-keys/read-api-keys';
import { activate } from '@/lib/licensing/activate';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { bySystem } from '../../support/factories';

type Called = { key: string; productId: number; instance: string; label?: string };

/** A call of that customer's software, as a protocol hands it over. */
export const callOf = ({ key, productId, instance, label = '' }: Called) => ({
  key,
  product: { number: productId },
  requested: String(productId),
  instance,
  label,
  version: '1.0.0',
  address: '192.0.2.1',
});

/** What the customer's software does, once. */
export async function activateOnce(called: Called) {
  const [result] = await activate([callOf(called)], { at: new Date(), strict: false });
  return result;
}

/** The page of a customer as it reaches the browser, with the facts it was made from. */
export async function page(customerId: string) {
  const keys = await readApiKeys({ id: customerId });
  const html = renderToStaticMarkup(<ApiKeysView keys={keys} />);
  const words = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  return { keys, html, words, payload: JSON.stringify(keys) };
}

const asAtFirst = { showMasterApiKey: true, showProductOrderApiKeys: true, showAssociatedKeys: false };

/** Runs `work` under other settings and puts the first ones back. */
export async function withSettings(patch: Parameters<typeof saveStoreSettings>[0], work: () => Promise<void>) {
  expect(await saveStoreSettings(patch, bySystem)).toEqual({ ok: true });
  try {
    await work();
  } finally {
    await saveStoreSettings(asAtFirst, bySystem);
  }
}
