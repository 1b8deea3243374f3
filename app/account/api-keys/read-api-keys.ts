import type { SignedInCustomer } from '@/lib/customers/session';
import { type ListedResource, listApiResources } from '@/lib/licensing/list-api-resources';
import { readVisibleMasterKey } from '@/lib/licensing/read-visible-key';
import { listRenewals, type Renewal } from '@/lib/orders/list-renewals';
import { readStoreSettings } from '@/lib/settings/store-settings';

/** Everything the API Keys page shows, and nothing it must not show. */
export type ApiKeys = {
  master: { isShown: false } | { isShown: true; key: string | undefined; isDisabled: boolean };
  /** False: rows of one product are merged and no product order API key is in here. */
  hasProductOrderKeys: boolean;
  /** True when a row has an associated key and the store shows them; otherwise none is in here. */
  hasAssociatedKeys: boolean;
  resources: ListedResource[];
  /** What renewing costs, for the fixed terms among them. */
  renewals: Renewal[];
};

/** Reads the page's facts by the store's present settings. */
export async function readApiKeys(customer: Pick<SignedInCustomer, 'id'>): Promise<ApiKeys> {
  const { showMasterApiKey, showProductOrderApiKeys, showAssociatedKeys } = await readStoreSettings();
  const [master, resources, renewals] = await Promise.all([
    readVisibleMasterKey(customer.id),
    listApiResources({
      customerId: customer.id,
      groupByProduct: !showProductOrderApiKeys,
      withAssociatedKeys: showAssociatedKeys,
      withActivations: true,
    }),
    listRenewals({ customerId: customer.id }),
  ]);
  return {
    master: showMasterApiKey
      ? { isShown: true, key: master?.key, isDisabled: master?.disabled ?? false }
      : { isShown: false },
    hasProductOrderKeys: showProductOrderApiKeys,
    hasAssociatedKeys: resources.some((resource) => resource.associatedApiKeys.length > 0),
    resources,
    renewals,
  };
}
