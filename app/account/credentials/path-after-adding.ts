import { countRecoveryCodes } from '@/lib/customers/recovery-codes';

/** Where a person goes who has added a second factor: to recovery codes as long as there are none, else back. */
export async function pathAfterAdding(customerId: string): Promise<string> {
  const page = (await countRecoveryCodes(customerId)) === 0 ? '/recovery-codes' : '';
  return `/account/credentials${page}?notice=factor_added`;
}
