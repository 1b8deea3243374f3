import type { DownloadRow } from '@/lib/downloads/list-downloads';
import type { ListedResource } from '@/lib/licensing/list-api-resources';
import type { ExamplePurchase } from '@/lib/mailbox/write-example-order';
import { settings as words } from '../../_texts/en/settings';
import type { ApiKeys } from '../../account/api-keys/read-api-keys';
import type { ShownKeys } from './key-visibility';

const DAY_MS = 86_400_000;
const PRODUCT_NUMBER = 12;

/** Keys that no store ever gave out: they say themselves what they are. */
const KEYS = {
  master: 'lkm_ExampleExampleExampleExampleExampleExamplem4Xe',
  productOrder: 'lko_ExampleExampleExampleExampleExampleExampleq7Rt',
  secondProductOrder: 'lko_ExampleExampleExampleExampleExampleExampleZb3K',
  associated: 'EXAMPLE-0000-0000-7F2C',
};

/** The example's first purchase, for the order mail. */
export function examplePurchase(at: Date): ExamplePurchase {
  return {
    orderNumber: 1042,
    productTitle: words.exampleProduct,
    planName: words.examplePlan,
    productNumber: PRODUCT_NUMBER,
    activationLimit: 5,
    expiresAt: new Date(at.getTime() + 365 * DAY_MS),
    keys: KEYS,
  };
}

/** The API Keys page of a customer who bought the example product twice, as `readApiKeys` would tell it. */
export function exampleApiKeys(shown: ShownKeys, at: Date): ApiKeys {
  const resources = shown.showProductOrderApiKeys ? eachPurchase(shown, at) : [merged(shown, at)];
  return {
    master: shown.showMasterApiKey ? { isShown: true, key: KEYS.master, isDisabled: false } : { isShown: false },
    hasProductOrderKeys: shown.showProductOrderApiKeys,
    hasAssociatedKeys: shown.showAssociatedKeys,
    renewals: [],
    resources,
  };
}

/** The API Downloads page of the same customer. No key is on it. */
export function exampleDownloads(linkDays: number, at: Date): DownloadRow[] {
  const file = {
    id: 'example-file',
    fileName: 'example-product-2.1.0.zip',
    platform: '',
    sizeBytes: 1_482_000,
    sha256: '9f2b6c41d0a87e35f1c8b264a7d9e0537c1f84b2e6d3a9085b7c4e1f20d6a398',
    href: '#',
    lastDownloadedAt: undefined,
  };
  const newest = {
    version: '2.1.0',
    releasedAt: new Date(at.getTime() - 20 * DAY_MS),
    isBeta: false,
    changelogMd: '',
    files: [file],
  };
  return [
    {
      apiResourceId: 'example',
      productTitle: words.exampleProduct,
      productSlug: 'example-product',
      productNumber: PRODUCT_NUMBER,
      orderNumber: 1042,
      changelogUrl: '',
      documentationUrl: '',
      newest,
      older: [],
      beta: { isWanted: false, isThere: false },
      linksExpireAt: new Date(at.getTime() + linkDays * DAY_MS),
    },
  ];
}

function eachPurchase(shown: ShownKeys, at: Date): ListedResource[] {
  const associated = shown.showAssociatedKeys ? [{ id: 'example-associated', key: KEYS.associated }] : [];
  return [
    purchase(at, {
      id: 'example-1',
      orderNumber: 1042,
      productOrderApiKey: KEYS.productOrder,
      associatedApiKeys: associated,
      labels: ['https://shop.example', 'https://staging.shop.example'],
    }),
    purchase(at, {
      id: 'example-2',
      orderNumber: 1077,
      productOrderApiKey: KEYS.secondProductOrder,
      associatedApiKeys: [],
      labels: ['https://blog.example'],
    }),
  ];
}

function merged(shown: ShownKeys, at: Date): ListedResource {
  const labels = ['https://shop.example', 'https://staging.shop.example', 'https://blog.example'];
  return {
    ...purchase(at, {
      id: 'example-merged',
      orderNumber: undefined,
      productOrderApiKey: undefined,
      associatedApiKeys: shown.showAssociatedKeys ? [{ id: 'example-associated', key: KEYS.associated }] : [],
      labels,
    }),
    planName: undefined,
    allowance: { limit: 10, used: labels.length, remaining: 10 - labels.length },
  };
}

type Bought = Pick<ListedResource, 'id' | 'orderNumber' | 'productOrderApiKey' | 'associatedApiKeys'> & {
  labels: string[];
};

function purchase(at: Date, { labels, ...bought }: Bought): ListedResource {
  return {
    ...bought,
    productTitle: words.exampleProduct,
    productSlug: 'example-product',
    productNumber: PRODUCT_NUMBER,
    planName: words.examplePlan,
    orderId: bought.orderNumber === undefined ? undefined : bought.id,
    term: { kind: 'until', until: new Date(at.getTime() + 365 * DAY_MS) },
    allowance: { limit: 5, used: labels.length, remaining: 5 - labels.length },
    activations: labels.map((label, i) => ({
      id: `${bought.id}-${i}`,
      instance: label,
      label,
      version: '2.1.0',
      activatedAt: new Date(at.getTime() - 9 * DAY_MS),
      lastSeenAt: at,
      overLimit: false,
    })),
  };
}
