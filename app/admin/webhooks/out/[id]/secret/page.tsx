import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/require-admin';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { readEndpoint } from '@/lib/webhooks/list-endpoints';
import { text } from '../../../../../_texts/text';
import { Link } from '../../../../../_ui/link';
import { PageHeader } from '../../../../../_ui/page-header';
import { RotateForm } from './rotate-form';

export const metadata: Metadata = { title: text('webhooks.rotateTitle'), referrer: 'same-origin' };

/** Asks how long the earlier secret may sign before a new one is made. */
export default async function RotatePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const path = `/admin/webhooks/out/${encodeURIComponent(id)}`;
  await requireAdmin(`${path}/secret`);
  await requireStepUp(`${path}/secret`);
  const endpoint = await readEndpoint(id);
  if (!endpoint) notFound();
  return (
    <>
      <p>
        <Link href={path} className="link break-all">
          {endpoint.url}
        </Link>
      </p>
      <PageHeader title={text('webhooks.rotateTitle')} text={text('webhooks.rotateText')} />
      <RotateForm id={endpoint.id} />
    </>
  );
}
