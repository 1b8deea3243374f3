import type { FieldVersions } from '@/lib/reports/read-field-versions';
import { text } from '../../_texts/text';
import { shareText } from './activity-charts';
import { ChartPanel } from './chart-panel';
import { chartColour } from './chart-shape';
import { ChartTable } from './chart-table';

type Part = { label: string; count: number; colour: number };

/** Which versions installations run: one bar a product, stacked by version. Drawn by the server. */
export function VersionsPanel({ products }: { products: FieldVersions[] }) {
  const title = text('dashboard.versionsTitle');
  const [most] = products;
  const leading = most?.versions[0];
  if (!most || !leading) return <ChartPanel id="versions" title={title} summary={text('dashboard.versionsEmpty')} />;
  const count = products.reduce((sum, { total }) => sum + total, 0);
  const summary = text('dashboard.versionsText', {
    count,
    products: text('dashboard.versionsProducts', { count: products.length }),
    version: leading.version || text('dashboard.noVersion'),
    product: most.productTitle,
    share: shareText(leading.count / most.total),
  });
  return (
    <ChartPanel
      id="versions"
      title={title}
      summary={summary}
      chart={products.map((product) => <ProductBar key={product.productNumber} product={product} />)}
      table={<VersionsTable products={products} title={title} />}
    />
  );
}

function ProductBar({ product }: { product: FieldVersions }) {
  const parts = partsOf(product);
  return (
    <div className="flex flex-col gap-1.5" aria-hidden="true">
      <p className="flex flex-wrap justify-between gap-x-4 text-sm">
        <span className="font-medium">{product.productTitle}</span>
        <span className="nums text-muted">{text('dashboard.installationCount', { count: product.total })}</span>
      </p>
      <div className="flex h-5 w-full gap-px overflow-hidden rounded-sm">
        {parts.map(({ label, count, colour }) => (
          <span key={label} style={{ flexGrow: count, flexBasis: 0, background: chartColour(colour) }} />
        ))}
      </div>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {parts.map(({ label, count, colour }) => (
          <li key={label} className="flex items-center gap-2">
            <span className="size-2.5 rounded-full" style={{ background: chartColour(colour) }} />
            {label}
            <span className="nums text-muted">{shareText(count / product.total)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function partsOf({ versions, others }: FieldVersions): Part[] {
  const parts = versions.map((version, index) => ({
    label: labelOf(version),
    count: version.count,
    colour: index + 1,
  }));
  return others === 0 ? parts : [...parts, { label: text('dashboard.otherVersions'), count: others, colour: 8 }];
}

function labelOf({ version, isWithdrawn }: FieldVersions['versions'][number]): string {
  if (version === '') return text('dashboard.noVersion');
  return isWithdrawn ? `${version} (${text('dashboard.withdrawn')})` : version;
}

function VersionsTable({ products, title }: { products: FieldVersions[]; title: string }) {
  const rows = products.flatMap((product) =>
    partsOf(product).map(({ label, count }) => ({
      id: `${product.productNumber} ${label}`,
      cells: [product.productTitle, label, count.toLocaleString('en'), shareText(count / product.total)],
    })),
  );
  return (
    <ChartTable
      chart={title}
      columns={[
        { key: 'product', header: text('dashboard.product'), isNumber: false },
        { key: 'version', header: text('dashboard.version'), isNumber: false },
        { key: 'count', header: text('dashboard.installations'), isNumber: true },
        { key: 'share', header: text('dashboard.share'), isNumber: true },
      ]}
      rows={rows}
    />
  );
}
