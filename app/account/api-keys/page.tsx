import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { listKeys } from '@/lib/access-keys/list-keys';
import { readAllowance } from '@/lib/access-keys/read-allowance';
import { readQuota } from '@/lib/access-keys/read-quota';
import { requireCustomer } from '@/lib/auth/require-customer';
import { now } from '@/lib/clock';
import { text } from '../../_texts/text';
import { listHref } from '../../admin/_list/list-view';
import { one, type SearchParams } from '../../products/catalogue-view';
import { OwnKeyDesk } from '../_keys/own-key-desk';
import { PageNotice } from '../_parts/page-notice';
import { ActivationNotice } from './activation-notice';
import { ApiKeysView } from './api-keys-view';
import { DeveloperPanel } from './developer-panel';
import { JumpLinks } from './jump-links';
import { KEYS_PATH, keyFilter, readKeysView } from './key-view-address';
import { readApiKeys } from './read-api-keys';

export const metadata: Metadata = { title: text('account.keysTitle'), referrer: 'same-origin' };

const NOTICES = {
  key_made: { tone: 'good', key: 'apiKeys.notice.key_made' },
  key_edited: { tone: 'good', key: 'apiKeys.notice.key_edited' },
  key_not_found: { tone: 'warn', key: 'apiKeys.notice.key_not_found' },
} as const;

/** Licence keys with their activations (licensing.md 0.01 to 0.11), and below them the developer keys (api-keys.md S2). */
export default async function ApiKeysPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const customer = await requireCustomer(KEYS_PATH);
  const params = await searchParams;
  const view = readKeysView(params);
  if (view.hadKey && one(params.q) !== view.q) redirect(listHref(view));
  const at = now();
  const { sort, direction, after, before } = view;
  const [licences, allowance, quota, list] = await Promise.all([
    readApiKeys(customer),
    readAllowance(customer.id),
    readQuota(customer.id, at),
    listKeys(
      {
        customerId: customer.id,
        filter: keyFilter(view),
        page: { after, before },
        ...(sort ? { sort, direction } : {}),
      },
      at,
    ),
  ]);
  return (
    <>
      <PageNotice code={params.notice} known={NOTICES} />
      <ActivationNotice params={params} customerId={customer.id} on={{}} />
      <div id="licence-keys" className="flex scroll-mt-20 flex-col gap-8">
        <ApiKeysView keys={licences} actions={<JumpLinks />} />
      </div>
      {allowance ? (
        <OwnKeyDesk
          customer={customer}
          here={listHref(view, { ...(after ? { after } : {}), ...(before ? { before } : {}) })}
        >
          <DeveloperPanel
            view={view}
            list={list}
            allowance={allowance}
            quota={quota}
            markedSid={one(params.marked)}
            at={at}
          />
        </OwnKeyDesk>
      ) : null}
    </>
  );
}
