import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { text } from '../../../../_texts/text';
import { Link } from '../../../../_ui/link';
import { PageHeader } from '../../../../_ui/page-header';
import { EndpointForm } from '../endpoint-form';
import { eventChoices } from '../event-choice-list';

export const metadata: Metadata = { title: text('webhooks.newTitle'), referrer: 'same-origin' };

const PATH = '/admin/webhooks/out/new';

/** Adds somebody who is told what happens. */
export default async function NewEndpointPage() {
  await requireAdmin(PATH);
  await requireStepUp(PATH);
  return (
    <>
      <p>
        <Link href="/admin/webhooks/out" className="link">
          {text('webhooks.back')}
        </Link>
      </p>
      <PageHeader title={text('webhooks.newTitle')} text={text('webhooks.newText')} />
      <EndpointForm inForce={{ url: '', description: '', eventTypes: [] }} choices={eventChoices()} />
    </>
  );
}
