import type { ReactNode } from 'react';
import type { CatalogProduct } from '@/lib/catalog/catalog-product';
import { text } from '../../_texts/text';
import { CopyButton } from '../../_ui/copy-button';
import { DateTime } from '../../_ui/date-time';

/** What one wants to know before buying, in one list; nothing is listed that the store does not know. */
export function ProductFacts({ product }: { product: CatalogProduct }) {
  const release = product.releases[0];
  const version = release ? <span className="font-mono">{release.version}</span> : text('shop.noRelease');
  const released = release ? <DateTime at={release.releasedAt} /> : '';
  const facts: [string, ReactNode][] = [
    [text('shop.version'), version],
    [text('shop.released'), released],
    [text('shop.platform'), product.platform],
    [text('shop.requires'), product.requiresVersion],
    [text('shop.testedUpTo'), product.testedVersion],
    [text('shop.requiresPhp'), product.requiresPhp],
    [text('shop.author'), product.author],
    [text('shop.productNumber'), <ProductNumber key="number" number={product.number} />],
  ];
  return (
    <section aria-labelledby="facts" className="flex flex-col gap-2">
      <h2 id="facts" className="text-lg">
        {text('shop.factsTitle')}
      </h2>
      <dl>
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name} className="flex min-h-10 items-center justify-between gap-4 border-line border-t py-1.5">
              <dt className="text-muted">{name}</dt>
              <dd className="min-w-0 text-end">{value}</dd>
            </div>
          ))}
      </dl>
      <p className="flex flex-wrap gap-x-6 gap-y-1 border-line border-t pt-3">
        {product.documentationUrl ? (
          <a href={product.documentationUrl} className="link">
            {text('shop.readDocumentation')}
          </a>
        ) : null}
        {product.changelogUrl ? (
          <a href={product.changelogUrl} className="link">
            {text('shop.readChangelog')}
          </a>
        ) : null}
      </p>
    </section>
  );
}

function ProductNumber({ number }: { number: number }) {
  return (
    <span className="inline-flex items-center gap-1">
      <span className="font-mono">{number}</span>
      <CopyButton name={text('shop.productNumber')} value={String(number)} />
    </span>
  );
}
