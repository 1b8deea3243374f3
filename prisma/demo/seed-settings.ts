import { recordAudit } from '../../lib/audit/record-audit';
import type { Tx } from '../../lib/db/client';
import { DEFAULT_SETTINGS } from '../../lib/settings/setting-fields';

/** In per cent. So large that nobody overlooks it where a renewal is offered. */
const RENEWAL_DISCOUNT = 20;

/** What the demo store decides otherwise than a new store: whoever renews pays less. */
export async function seedSettings(tx: Tx, at: Date): Promise<void> {
  const key = 'renewalDiscountPercent';
  await tx.storeSetting.create({ data: { key, value: RENEWAL_DISCOUNT, updatedAt: at } });
  await recordAudit(tx, {
    actor: { kind: 'system', via: 'demo-seed' },
    action: 'settings.save',
    objectKind: 'store_setting',
    objectId: 'store',
    before: { [key]: DEFAULT_SETTINGS[key] },
    after: { [key]: RENEWAL_DISCOUNT },
    at,
  });
}
