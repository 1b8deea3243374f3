import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { readBuild } from '@/lib/reports/read-build';
import { text } from '../../../_texts/text';
import { CopyButton } from '../../../_ui/copy-button';
import { DateTime } from '../../../_ui/date-time';
import { Notice } from '../../../_ui/notice';
import { PageHeader } from '../../../_ui/page-header';
import { Facts } from '../../logs/_parts/facts';
import { SystemTabs } from '../_parts/system-tabs';

export const metadata: Metadata = { title: text('system.updatesTitle') };

const STEPS = ['backup', 'code', 'start', 'doctor'] as const;

/** What runs here, and the way to something newer. */
export default async function UpdatesPage() {
  await requireAdmin('/admin/system/updates');
  const { version, commit, node, postgres, migrations } = await readBuild();
  const { applied, pending, newest } = migrations;
  return (
    <>
      <PageHeader title={text('system.updatesTitle')} text={text('system.updatesText')} />
      <SystemTabs current="/admin/system/updates" />
      {pending.length === 0 ? null : (
        <Notice tone="bad" title={text('system.pendingTitle', { count: pending.length })}>
          {text('system.pendingText')} {pending.join(', ')}
        </Notice>
      )}
      <Facts
        label={text('system.versionFacts')}
        facts={[
          [
            text('system.version'),
            <span key="version" className="nums">
              {version}
            </span>,
          ],
          [text('system.commit'), commit && <Commit key="commit" commit={commit} />],
          [
            text('system.node'),
            <span key="node" className="nums">
              {node}
            </span>,
          ],
          [
            text('system.postgres'),
            <span key="postgres" className="nums">
              {postgres}
            </span>,
          ],
          [text('system.migrations'), text('system.migrationsApplied', { count: applied })],
          [
            text('system.newestMigration'),
            newest && <code className="break-all font-mono text-sm">{newest.name}</code>,
          ],
          [text('system.appliedAt'), newest && <DateTime key="at" at={newest.at} form="moment" />],
        ]}
      />
      <section aria-labelledby="upgrade" className="flex flex-col gap-3">
        <h2 id="upgrade" className="text-lg">
          {text('system.upgradeTitle')}
        </h2>
        <ol className="flex max-w-text list-decimal flex-col gap-2 ps-5 marker:text-muted">
          {STEPS.map((step) => (
            <li key={step}>{text(`system.upgrade.${step}`)}</li>
          ))}
        </ol>
        <p className="max-w-text text-muted">{text('system.upgradeText')}</p>
      </section>
    </>
  );
}

function Commit({ commit }: { commit: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <code className="font-mono text-sm">{commit.slice(0, 12)}</code>
      <CopyButton value={commit} name={text('system.commit')} />
    </span>
  );
}
