import type { Metadata } from 'next';
import { listEveryKey } from '@/lib/access-keys/list-every-key';
import { requireAdmin } from '@/lib/auth/require-admin';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { now } from '@/lib/clock';
import { KEY_KINDS } from '@/lib/settings/setting-choices';
import { readStoreSettings } from '@/lib/settings/store-settings';
import { text } from '../../../_texts/text';
import { PageHeader } from '../../../_ui/page-header';
import { isCountedOut } from '../../_list/count-text';
import { KeyTabs } from '../key-tabs';
import { policyOf } from './entered-policy';
import { type KindCounts, PolicyForm } from './policy-form';

export const metadata: Metadata = { title: text('keyAdmin.tab.policy') };

/** The rules for the developer keys of all accounts. */
export default async function PolicyPage() {
  await requireAdmin('/admin/api-keys/policy');
  await requireStepUp('/admin/api-keys/policy');
  const [settings, today] = await Promise.all([readStoreSettings(), countKinds()]);
  return (
    <>
      <PageHeader title={text('keyAdmin.tab.policy')} text={text('keyAdmin.policyText')} />
      <KeyTabs current="/admin/api-keys/policy" />
      <PolicyForm inForce={policyOf(settings)} today={today} />
    </>
  );
}

async function countKinds(): Promise<KindCounts> {
  const at = now();
  const counted = await Promise.all(
    KEY_KINDS.map(async (kind) => {
      const { count } = await listEveryKey({ filter: { kind }, size: 1 }, at);
      return [
        kind,
        isCountedOut(count) ? text('keyAdmin.kindTodayMore') : text('keyAdmin.kindToday', { count }),
      ] as const;
    }),
  );
  return Object.fromEntries(counted) as KindCounts; // one entry a kind
}
