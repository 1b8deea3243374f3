import type { CatalogProduct } from '@/lib/catalog/catalog-product';
import { renderMarkdown } from '@/lib/catalog/render-markdown';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';
import { DateTime } from '../../_ui/date-time';

const SHOWN = 10;

/** The changelog, newest first. */
export function ReleaseList({ product }: { product: CatalogProduct }) {
  if (product.releases.length === 0) return null;
  return (
    <section id="changelog" aria-labelledby="changelog-title" className="flex flex-col gap-4">
      <h2 id="changelog-title" className="text-xl">
        {text('shop.changelog')}
      </h2>
      <ol className="flex flex-col">
        {product.releases.slice(0, SHOWN).map((release, index) => (
          <li
            key={release.version}
            className="grid grid-cols-1 gap-x-8 gap-y-2 border-line border-t py-5 sm:grid-cols-[8rem_1fr]"
          >
            <div className="flex flex-row flex-wrap items-baseline gap-x-3 gap-y-1 sm:flex-col">
              <h3 className="font-mono text-base">{release.version}</h3>
              <span className="text-muted text-sm">
                <DateTime at={release.releasedAt} />
              </span>
              {index === 0 ? <Badge tone="good">{text('shop.newest')}</Badge> : null}
            </div>
            <div className="flex min-w-0 flex-col gap-2">
              {release.upgradeNotice ? <p className="max-w-text font-medium">{release.upgradeNotice}</p> : null}
              {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by renderMarkdown */}
              <div className="prose" dangerouslySetInnerHTML={{ __html: renderMarkdown(release.changelogMd) }} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
