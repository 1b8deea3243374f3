import { expect } from 'vitest';

/**
 * What a cell of the matrix expects on the wire. `{product}`, `{order}` and `{resource}` stand for the numbers of the cell's
 * own purchase, `{other}` for the other product of the store, LINK for a package address.
 */
export type Expected =
  | {
      /** Members the answer must have; lists must have exactly these rows. */
      answer: Record<string, unknown>;
      /** Paths that must not be there at all. */
      without?: string[];
      /** How many activations there are afterwards; there was one before. */
      places: number;
    }
  | { senseless: string };

const error = (text: string, reason?: string): Expected => ({
  answer: {
    code: '100',
    error: text,
    success: false,
    data: { error_code: '100', error: text, ...(reason ? { reason } : {}) },
  },
  without: ['status_check', 'activated', 'deactivated', 'data.package', 'data.info', 'data.product_list'],
  places: 1,
});

const LOGIN =
  'No API Resources exist. Login to <a href="http://localhost:8080/account/api-keys" target="blank">My Account</a> to verify there are activations remaining, and the API Key';

/** Section 4, "no live resource for key+product". */
export const noResources = (reason: string) => error(`${LOGIN} and Product ID are correct.`, reason);
/** Section 4, "product_list: none". */
export const noProducts = error(`${LOGIN} is correct.`);
/** Section 4, "no user for key". */
export const noCustomer = (reason: string) => error('A customer account does not exist for this API Key.', reason);
/** Section 4, "all slots used": the text speaks of resources, but means places. */
export const noPlace = error('Cannot activate API Key. No API Resources available.', 'limit_reached');
/** Section 4, "verify: not live". */
export const notActive = error('The API Key is not active or does not exist.');

export const senseless = (why: string): Expected => ({ senseless: why });

const totals = (bought: number, used: number) => ({
  unlimited_activations: false,
  total_activations_purchased: bought,
  total_activations: used,
  activations_remaining: bought - used,
});

/** Section 3.1: a second site under a limit of three. */
export const activated: Expected = {
  answer: { message: '1 out of 3 activations remaining', activated: true, success: true, data: totals(3, 2) },
  places: 2,
};

/** Section 3.2: the only site leaves. The sentence at the top, the number in data. */
export const deactivated = (bought: number): Expected => ({
  answer: {
    activations_remaining: `${bought} out of ${bought} activations remaining`,
    deactivated: true,
    success: true,
    data: totals(bought, 0),
  },
  places: 0,
});

/** Section 3.3: `remaining` an integer, rows and totals of the expirations texts. */
export const statusActive = (bought: number): Expected => ({
  answer: {
    status_check: 'active',
    remaining: bought - 1,
    success: true,
    data: {
      ...totals(bought, 1),
      activated: true,
      api_key_expirations: {
        non_wc_subs_resources: [
          {
            number_of_expiring_activations: String(bought),
            product_title: 'Acme Backup',
            order_id: '{order}',
            product_id: '{product}',
            api_resource_id: '{resource}',
            activations_purchased_total: String(bought),
          },
        ],
        non_wc_subs_resources_total: '1',
        wc_subs_resources_total: '0',
      },
    },
  },
  places: 1,
});

const offer = (product: string, version: string) => ({
  id: `acme-${product}`,
  slug: 'acme',
  plugin: 'acme/acme.php',
  new_version: version,
  url: 'https://vendor.example/acme',
  tested: '6.8',
  upgrade_notice: 'Please read the notes.',
});

/** Section 3.4, "Authenticated". */
export const offered: Expected = {
  answer: {
    success: true,
    data: { package: { product_id: '{product}', ...offer('{product}', '2.0.0'), package: 'LINK' } },
  },
  places: 1,
};

/** Section 3.4, "same answer without product_id and with package: empty - success, not an error". */
export const offeredBare = (product: '{product}' | '{other}'): Expected => ({
  answer: {
    success: true,
    data: { package: { ...offer(product, product === '{other}' ? '9.0.0' : '2.0.0'), package: '' } },
  },
  without: ['data.package.product_id', 'code', 'error'],
  places: 1,
});

const info = (version: string) => ({
  name: 'Acme Backup',
  slug: 'acme',
  version,
  author: 'Acme',
  homepage: 'https://vendor.example/acme',
  requires: '6.0',
  tested: '6.8',
  last_updated: '2026-10-01',
  requires_php: '7.4',
  compatibility: '6.8',
  sections: { changelog: expect.stringContaining('<li>Faster restores.</li>') },
});

/** Section 3.5, "when authenticated also data.package.product_id … downloaded (always 0) … active_installs". */
export const informed: Expected = {
  answer: {
    success: true,
    data: { package: { product_id: '{product}' }, info: { ...info('2.0.0'), downloaded: 0, active_installs: 1 } },
  },
  places: 1,
};

/** Section 3.5, the same without a licence: no licensed member at all. */
export const informedBare = (product: '{product}' | '{other}'): Expected => ({
  answer: { success: true, data: { info: info(product === '{other}' ? '9.0.0' : '2.0.0') } },
  without: ['data.package', 'data.info.downloaded', 'data.info.active_installs', 'code', 'error'],
  places: 1,
});

/** Section 3.6: rows of texts, totals of integers. */
export const listed = (bought: number): Expected => ({
  answer: {
    success: true,
    data: {
      product_list: {
        non_wc_subs_resources: [
          {
            product_title: 'Acme Backup',
            order_id: '{order}',
            product_id: '{product}',
            api_resource_id: '{resource}',
            activations_purchased_total: String(bought),
          },
        ],
        non_wc_subs_resources_total: 1,
        wc_subs_resources_total: 0,
      },
    },
  },
  without: ['data.product_list.wc_subs_resources'],
  places: 1,
});

/** Section 3.7: success and nothing else. */
export const verified: Expected = { answer: { success: true }, without: ['data', 'code', 'error'], places: 1 };
