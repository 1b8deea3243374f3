import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/require-admin';
import { listAskedNames } from '@/lib/catalog/list-asked-names';
import { now } from '@/lib/clock';
import { askAgain, type KeyNow } from '@/lib/licensing/ask-again';
import { findPlaceBeyondLimit } from '@/lib/request-log/find-place-beyond-limit';
import { readCall } from '@/lib/request-log/list-calls';
import { plainAddress } from '@/lib/settings/plain-address';
import { storeFacts } from '@/lib/settings/store-facts';
import { readStoreSettings } from '@/lib/settings/store-settings';
import { text } from '../../../../_texts/text';
import { Link } from '../../../../_ui/link';
import { PageHeader } from '../../../../_ui/page-header';
import { CodeBlock } from '../../_parts/code-block';
import { actionText } from '../call-words';
import { curlCommand } from '../curl-command';
import { reasonOf } from '../explain-reason';
import { titleOf } from '../product-names';
import { CallFacts } from './call-facts';
import { Explained } from './explained';

export const metadata: Metadata = { title: text('logs.requestsTitle'), referrer: 'same-origin' };

/** One client call: what it was, why it was refused, and what the same call would be told now. */
export default async function RequestPage({ params }: { params: Promise<{ id: string }> }) {
  await requireAdmin('/admin/logs/requests');
  const call = await readCall((await params).id);
  if (!call) notFound();
  const reason = reasonOf(call.outcome);
  const [products, keys, settings] = await Promise.all([listAskedNames(), askAgain(call, now()), readStoreSettings()]);
  const beyond = await findBeyond(call.instance, keys);
  const { trustedSources } = settings;
  const isSourceTrusted =
    trustedSources.length === 0 || trustedSources.includes(plainAddress(call.address) ?? call.address);
  const curl = call.action === 'not_logged' ? undefined : curlCommand(call, storeFacts().publicUrl);
  return (
    <>
      <p>
        <Link href="/admin/logs/requests" className="link">
          {text('logs.requestBack')}
        </Link>
      </p>
      <PageHeader title={text('logs.requestTitle', { action: actionText(call) })} />
      <CallFacts call={call} productTitle={titleOf(products, call.product)} />
      {call.action === 'not_logged' ? null : (
        <Explained call={call} reason={reason} keys={keys} isSourceTrusted={isSourceTrusted} beyond={beyond} />
      )}
      {curl === undefined ? null : (
        <section aria-labelledby="curl" className="flex flex-col gap-3">
          <h2 id="curl" className="text-lg">
            {text('logs.curlTitle')}
          </h2>
          <p className="max-w-text text-muted">{text('logs.curlText')}</p>
          <CodeBlock label={text('logs.curlTitle')} copyName={text('logs.curlName')} code={curl} />
        </section>
      )}
    </>
  );
}

async function findBeyond(instance: string, [likeliest]: KeyNow[]) {
  if (!likeliest?.customer) return undefined;
  const { customer, licenceNumber, productNumber } = likeliest;
  return findPlaceBeyondLimit({ customerId: customer.id, instance, licenceNumber, productNumber });
}
