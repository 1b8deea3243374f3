import { admin as words } from '../../_texts/en/admin';
import { fillText } from '../../_texts/fill-text';
import { Notice } from '../../_ui/notice';
import { Table, type TableColumn } from '../../_ui/table';

export type ShownKeys = { showProductOrderApiKeys: boolean; showMasterApiKey: boolean };

const BOUGHT = [
  { id: 'first', key: 'lko_••••••••q7Rt', used: 2, limit: 5 },
  { id: 'second', key: 'lko_••••••••Zb3K', used: 1, limit: 5 },
];
const used = (count: number, limit: number) => fillText(words.previewUsed, { used: count, limit });

/** The customer's page in small, with example keys: one row a purchase, or one row a product without keys. */
export function KeysPreview({ showProductOrderApiKeys, showMasterApiKey }: ShownKeys) {
  if (!showProductOrderApiKeys && !showMasterApiKey) return <Notice tone="bad">{words.previewNothing}</Notice>;
  return (
    <div className="flex flex-col gap-4">
      {showMasterApiKey ? (
        <p className="flex flex-wrap gap-x-4">
          <span className="font-medium">{words.previewMaster}</span>
          <span className="font-mono text-sm">lkm_••••••••m4Xe</span>
        </p>
      ) : null}
      {showProductOrderApiKeys ? <EachPurchase /> : <Merged />}
    </div>
  );
}

function EachPurchase() {
  const columns: TableColumn<'product' | 'key' | 'activations'>[] = [
    { key: 'product', header: words.previewProduct },
    { key: 'key', header: words.previewKey },
    { key: 'activations', header: words.previewActivations, align: 'end' },
  ];
  const rows = BOUGHT.map((each) => ({
    id: each.id,
    cells: {
      product: words.previewExample,
      key: <span className="font-mono text-sm">{each.key}</span>,
      activations: used(each.used, each.limit),
    },
  }));
  return <Table caption={words.previewTitle} columns={columns} rows={rows} />;
}

function Merged() {
  const columns: TableColumn<'product' | 'activations'>[] = [
    { key: 'product', header: words.previewProduct },
    { key: 'activations', header: words.previewActivations, align: 'end' },
  ];
  const total = (field: 'used' | 'limit') => BOUGHT.reduce((sum, each) => sum + each[field], 0);
  const cells = { product: words.previewExample, activations: used(total('used'), total('limit')) };
  return <Table caption={words.previewTitle} columns={columns} rows={[{ id: 'merged', cells }]} />;
}
