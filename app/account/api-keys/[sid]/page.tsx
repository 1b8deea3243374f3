import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readKey } from '@/lib/access-keys/list-keys';
import { requireCustomer } from '@/lib/auth/require-customer';
import { now } from '@/lib/clock';
import { storeFacts } from '@/lib/settings/store-facts';
import { text } from '../../../_texts/text';
import { Notice } from '../../../_ui/notice';
import { one, type SearchParams } from '../../../products/catalogue-view';
import { deskKey } from '../../_keys/desk-key';
import { KeyState } from '../../_keys/key-state';
import { OwnKeyDesk } from '../../_keys/own-key-desk';
import { RowButtons } from '../../_keys/row-buttons';
import { PageNotice } from '../../_parts/page-notice';
import { KEYS_PATH } from '../key-view-address';
import { KeyCare } from './key-care';
import { KeyFacts } from './key-facts';
import { KeySamples } from './key-samples';
import { KeyWarnings } from './key-warnings';

export const metadata: Metadata = { title: text('apiKeys.detailTitle'), referrer: 'no-referrer' };

type KeyPageProps = { params: Promise<{ sid: string }>; searchParams: Promise<SearchParams> };

/** Everything about one developer key of the signed-in person (api-keys.md S6). */
export default async function KeyPage({ params, searchParams }: KeyPageProps) {
  const { sid } = await params;
  const here = `${KEYS_PATH}/${encodeURIComponent(sid)}`;
  const customer = await requireCustomer(here);
  const at = now();
  const key = await readKey({ customerId: customer.id, sid }, at);
  if (!key) notFound();
  const asked = await searchParams;
  const desk = deskKey(key, at);
  return (
    <OwnKeyDesk customer={customer} here={here}>
      <PageNotice code={asked.notice} known={{ key_edited: { tone: 'good', key: 'apiKeys.notice.key_edited' } }} />
      {one(asked.shown) === undefined ? null : (
        <Notice tone="warn" title={text('apiKeys.shownBefore')}>
          {text('apiKeys.shownBeforeText')}
        </Notice>
      )}
      <KeyWarnings of={key} />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="flex items-center gap-3">
          <span className="text-muted">{text('apiKeys.stateTitle')}</span>
          <KeyState of={key} desk={desk} />
        </div>
        <RowButtons of={desk} />
      </div>
      <KeyFacts of={key} />
      <KeyCare of={key} desk={desk} />
      <KeySamples kind={key.kind} storeUrl={storeFacts().publicUrl} />
    </OwnKeyDesk>
  );
}
