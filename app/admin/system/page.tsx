import type { Metadata } from 'next';
import { Suspense } from 'react';
import { requireAdmin } from '@/lib/auth/require-admin';
import { now } from '@/lib/clock';
import { text } from '../../_texts/text';
import { PageHeader } from '../../_ui/page-header';
import { DependencyList } from '../_dashboard/dependency-list';
import { SystemTabs } from './_parts/system-tabs';
import { ServicePanel } from './service-panel';

export const metadata: Metadata = { title: text('system.healthTitle') };

/** How the things are that the store stands on, and how it serves client software. */
export default async function SystemHealthPage() {
  await requireAdmin('/admin/system');
  return (
    <>
      <PageHeader title={text('system.healthTitle')} text={text('system.healthText')} />
      <SystemTabs current="/admin/system" />
      <section aria-labelledby="dependencies" className="flex flex-col gap-3">
        <h2 id="dependencies" className="text-lg">
          {text('system.dependencies')}
        </h2>
        <Suspense fallback={<p className="text-muted">{text('system.checking')}</p>}>
          <DependencyList />
        </Suspense>
      </section>
      <ServicePanel at={now()} />
    </>
  );
}
