import type { EditedPlan } from '@/lib/catalog/list-product-plans';
import { text } from '../../../../_texts/text';
import { CopyButton } from '../../../../_ui/copy-button';
import { Table } from '../../../../_ui/table';

type IdsProps = { product: { id: string; number: number; title: string }; plans: EditedPlan[]; storeUrl: string };

/** The numbers that client software is built with, and the store's own address. */
export function Ids({ product, plans, storeUrl }: IdsProps) {
  const rows = [
    { id: product.id, name: product.title, kind: text('productApi.product'), number: product.number },
    ...plans.map((plan) => ({
      id: plan.id,
      name: plan.archivedAt === null ? plan.name : text('productApi.archived', { name: plan.name }),
      kind: text('editor.plan'),
      number: plan.number,
    })),
  ];
  return (
    <section aria-labelledby="ids" className="flex max-w-4xl flex-col gap-3">
      <h2 id="ids" className="text-lg">
        {text('productApi.ids')}
      </h2>
      <p className="max-w-text text-muted">{text('productApi.idsText')}</p>
      <Table
        caption={text('productApi.idsCaption')}
        columns={[
          { key: 'name', header: text('productApi.name') },
          { key: 'kind', header: text('productApi.kind') },
          { key: 'id', header: text('productApi.id'), align: 'end' },
        ]}
        rows={rows.map(({ id, name, kind, number }) => ({
          id,
          cells: {
            name,
            kind: <span className="text-muted">{kind}</span>,
            id: (
              <span className="inline-flex items-center gap-1">
                <span className="font-mono">{number}</span>
                <CopyButton name={text('editor.planIdOf', { name })} value={String(number)} />
              </span>
            ),
          },
        }))}
      />
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="font-medium">{text('productApi.storeUrl')}</span>
        <span className="break-all font-mono text-sm">{storeUrl}</span>
        <CopyButton name={text('productApi.storeUrl')} value={storeUrl} />
        <span className="text-muted text-sm">{text('productApi.storeUrlText')}</span>
      </p>
    </section>
  );
}
