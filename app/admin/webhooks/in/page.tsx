import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { listPaymentEvents } from '@/lib/orders/list-payment-events';
import { storeFacts } from '@/lib/settings/store-facts';
import { text } from '../../../_texts/text';
import { CopyButton } from '../../../_ui/copy-button';
import { DateTime } from '../../../_ui/date-time';
import { LinkButton } from '../../../_ui/link-button';
import { PageHeader } from '../../../_ui/page-header';
import { Facts } from '../../logs/_parts/facts';
import { WebhookTabs } from '../_parts/webhook-tabs';

export const metadata: Metadata = { title: text('webhooks.inTitle') };

const PATH = '/admin/webhooks/in';

/** What others tell the store: the payment provider, whose events have pages of their own. */
export default async function IncomingPage() {
  await requireAdmin(PATH);
  const { rows } = await listPaymentEvents({}, {});
  const last = rows[0];
  return (
    <>
      <PageHeader title={text('webhooks.inTitle')} text={text('webhooks.inText')} />
      <WebhookTabs current={PATH} />
      <Facts
        label={text('webhooks.inTitle')}
        facts={[
          [text('webhooks.inAddress'), <Address key="address" />],
          [
            text('webhooks.inLast'),
            last ? <DateTime key="last" at={last.receivedAt} form="moment" /> : text('webhooks.inNone'),
          ],
        ]}
      />
      <p>
        <LinkButton href="/admin/logs/events" variant="secondary">
          {text('webhooks.inAll')}
        </LinkButton>
      </p>
    </>
  );
}

function Address() {
  const address = `${storeFacts().publicUrl}/api/stripe/webhook`;
  return (
    <span className="flex items-center gap-1">
      <code className="break-all font-mono text-sm">{address}</code>
      <CopyButton name={text('webhooks.inAddressName')} value={address} />
    </span>
  );
}
