import { maskedKey } from '../../../../../account/_parts/key-hint';
import type { ApiKeys } from '../../../../../account/api-keys/read-api-keys';

/** The facts of the API Keys page with every key cut to its hint, so that none can reach the browser by whatever is made of them. */
export function maskKeys(keys: ApiKeys): ApiKeys {
  const { master } = keys;
  return {
    ...keys,
    master: master.isShown && master.key !== undefined ? { ...master, key: maskedKey(master.key) } : master,
    resources: keys.resources.map((resource) => ({
      ...resource,
      productOrderApiKey: resource.productOrderApiKey && maskedKey(resource.productOrderApiKey),
      associatedApiKeys: resource.associatedApiKeys.map(({ id, key }) => ({ id, key: maskedKey(key) })),
    })),
  };
}
