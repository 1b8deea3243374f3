import type { StoreSettings } from '../settings/store-settings';
import type { LicenseKeyKind } from './client-call';

/** The kinds of key that the store shows its customers. Of the others a customer's page does not even say that there are any. */
export function shownKeyKinds(
  settings: Pick<StoreSettings, 'showMasterApiKey' | 'showProductOrderApiKeys' | 'showAssociatedKeys'>,
): LicenseKeyKind[] {
  return [
    ...(settings.showMasterApiKey ? ['master' as const] : []),
    ...(settings.showProductOrderApiKeys ? ['product_order' as const] : []),
    ...(settings.showAssociatedKeys ? ['associated' as const] : []),
  ];
}
