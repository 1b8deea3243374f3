import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { type ListedRelease, listReleases } from '@/lib/catalog/list-releases';
import { text } from '../../../../_texts/text';
import { DateTime } from '../../../../_ui/date-time';
import { EmptyState } from '../../../../_ui/empty-state';
import { formatSize } from '../../../../_ui/format-size';
import { Link } from '../../../../_ui/link';
import { LinkButton } from '../../../../_ui/link-button';
import { Table } from '../../../../_ui/table';
import { PageNotice } from '../../../../account/_parts/page-notice';
import type { SearchParams } from '../../../../products/catalogue-view';
import { findProduct } from '../find-product';
import { ReleaseBadges } from './release-badges';
import { releaseNotices } from './release-notices';
import { UpdateRules } from './update-rules';

export const metadata: Metadata = { title: text('releases.title') };

type VersionsProps = { params: Promise<{ number: string }>; searchParams: Promise<SearchParams> };

/** All versions of a product, and who gets them. */
export default async function VersionsPage({ params, searchParams }: VersionsProps) {
  const { number } = await params;
  await requireAdmin(`/admin/products/${encodeURIComponent(number)}/versions`);
  const product = await findProduct(number);
  const { notice } = await searchParams;
  const releases = await listReleases(product.id);
  const here = `/admin/products/${product.number}/versions`;
  const create = <LinkButton href={`${here}/new`}>{text('releases.new')}</LinkButton>;
  return (
    <>
      <PageNotice code={notice} known={releaseNotices} />
      <section aria-labelledby="versions" className="flex flex-col gap-4">
        {releases.length === 0 ? (
          <>
            <h2 id="versions" className="sr-only">
              {text('releases.title')}
            </h2>
            <EmptyState title={text('releases.emptyTitle')} text={text('releases.emptyText')} action={create} />
          </>
        ) : (
          <>
            <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
              <div className="flex flex-col gap-1">
                <h2 id="versions" className="text-lg">
                  {text('releases.title')}
                </h2>
                <p className="max-w-text text-muted">{text('releases.text')}</p>
              </div>
              {create}
            </div>
            <VersionTable releases={releases} here={here} />
          </>
        )}
      </section>
      <UpdateRules product={product} />
    </>
  );
}

function VersionTable({ releases, here }: { releases: ListedRelease[]; here: string }) {
  return (
    <Table
      caption={text('releases.caption')}
      columns={[
        { key: 'version', header: text('releases.version') },
        { key: 'state', header: text('releases.state') },
        { key: 'released', header: text('releases.released') },
        { key: 'files', header: text('releases.files') },
        { key: 'size', header: text('releases.size'), align: 'end' },
      ]}
      rows={releases.map((release) => ({
        id: release.id,
        cells: {
          version: (
            <Link href={`${here}/${release.id}`} className="link break-all font-mono">
              {release.version}
            </Link>
          ),
          state: <ReleaseBadges {...release} />,
          released: <DateTime at={release.releasedAt} />,
          files:
            release.files === 0 ? (
              <span className="text-muted">{text('releases.noFiles')}</span>
            ) : (
              text('releases.fileCount', { count: release.files })
            ),
          size: release.files === 0 ? null : <span className="nums">{formatSize(release.sizeBytes)}</span>,
        },
      }))}
    />
  );
}
