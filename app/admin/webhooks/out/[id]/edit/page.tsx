import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/require-admin';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { readEndpoint } from '@/lib/webhooks/list-endpoints';
import { text } from '../../../../../_texts/text';
import { Link } from '../../../../../_ui/link';
import { PageHeader } from '../../../../../_ui/page-header';
import { EndpointForm } from '../../endpoint-form';
import { eventChoices } from '../../event-choice-list';

export const metadata: Metadata = { title: text('webhooks.editTitle'), referrer: 'same-origin' };

/** Changes where an endpoint is and what it is told of. */
export default async function EditEndpointPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const path = `/admin/webhooks/out/${encodeURIComponent(id)}`;
  await requireAdmin(`${path}/edit`);
  await requireStepUp(`${path}/edit`);
  const endpoint = await readEndpoint(id);
  if (!endpoint) notFound();
  const { url, description, eventTypes } = endpoint;
  return (
    <>
      <p>
        <Link href={path} className="link break-all">
          {url}
        </Link>
      </p>
      <PageHeader title={text('webhooks.editTitle')} text={text('webhooks.editText')} />
      <EndpointForm id={endpoint.id} inForce={{ url, description, eventTypes }} choices={eventChoices()} />
    </>
  );
}
