export type LabKeys = { master: string; product_order: string; product_order_unlimited: string };

/**
 * The store of the recorded captures as an import document: the same numbers, keys and texts. Beside a demo store, which has
 * given the lowest numbers out, customer and resource take the next ones; no client knows those.
 */
export function labDocument(keys: LabKeys, { besideDemo = false } = {}) {
  const numbered = <T extends object>(numbers: T) => (besideDemo ? {} : numbers);
  const plan = { unitAmount: 4900, currency: 'usd', termDays: null };
  const order = { placedAt: '2026-11-20T00:00:00Z' };
  return {
    products: [
      {
        number: 12,
        slug: 'lab-demo',
        title: 'Lab Demo',
        legacyTitle: 'Lab Demo',
        author: 'Lab',
        pageUrl: 'http://127.0.0.1:8082/lab-demo',
        requiresVersion: '6.0',
        testedVersion: '6.8',
        requiresPhp: '7.4',
        plans: [{ ...plan, number: 12, name: 'Three sites', activationLimit: 3 }],
        releases: [
          { version: '1.0.0', releasedAt: '2026-10-01' },
          {
            version: '1.1.0',
            releasedAt: '2026-11-20',
            upgradeNotice: 'Second lab release.',
            changelogMd: '- Second lab release.',
          },
        ],
      },
      {
        number: 13,
        slug: 'lab-unlimited',
        title: 'Lab Unlimited',
        plans: [{ ...plan, number: 13, name: 'Unlimited sites', activationLimit: null }],
      },
    ],
    customers: [
      {
        ...numbered({ number: 2 }),
        email: 'customer@example.test',
        masterApiKey: keys.master,
        orders: [
          {
            ...order,
            number: 14,
            items: [{ planNumber: 12, ...numbered({ resourceNumber: 1 }), productOrderApiKey: keys.product_order }],
          },
          {
            ...order,
            number: 15,
            items: [
              { planNumber: 13, ...numbered({ resourceNumber: 2 }), productOrderApiKey: keys.product_order_unlimited },
            ],
          },
        ],
      },
    ],
  };
}
