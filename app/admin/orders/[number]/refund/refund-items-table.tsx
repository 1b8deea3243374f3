import { orders as words } from '../../../../_texts/en/orders';
import { fillText } from '../../../../_texts/fill-text';
import { formatPrice } from '../../../../_ui/format-price';
import { Table } from '../../../../_ui/table';
import type { RefundItem } from './refund-answer';

/** What is typed for an item. */
export type Chosen = { units: string; amount: string };

type RefundItemsProps = {
  orderNumber: number;
  items: RefundItem[];
  currency: string;
  chosen: Record<number, Chosen>;
  choose: (item: RefundItem, change: Partial<Chosen>) => void;
};

const box =
  'min-h-11 rounded-md border border-edge bg-raised px-3 py-2 text-end nums transition-colors hover:border-ink';

/** Each item with the units and the money to give back of it. */
export function RefundItems({ orderNumber, items, currency, chosen, choose }: RefundItemsProps) {
  return (
    <Table
      caption={fillText(words.refundItemsCaption, { number: String(orderNumber) })}
      columns={[
        { key: 'item', header: words.item },
        { key: 'units', header: words.units },
        { key: 'amount', header: words.amount },
      ]}
      rows={items.map((item) => {
        const { position, title, planName } = item;
        const name = fillText(words.resourceName, { title, plan: planName });
        return {
          id: String(position),
          cells: {
            item: (
              <span className="flex flex-col items-start">
                <span>{title}</span>
                <span className="font-normal text-muted text-sm">{planName}</span>
              </span>
            ),
            units: (
              <span className="flex items-center gap-2">
                <input
                  name={`units_${position}`}
                  aria-label={fillText(words.unitsOf, { title: name })}
                  type="number"
                  inputMode="numeric"
                  min={0}
                  max={item.leftQuantity}
                  value={chosen[position]?.units ?? ''}
                  placeholder="0"
                  onChange={(event) => choose(item, { units: event.target.value })}
                  className={`${box} w-20`}
                />
                <span className="nums whitespace-nowrap text-muted text-sm">
                  {fillText(words.unitsLeft, { left: item.leftQuantity })}
                </span>
              </span>
            ),
            amount: (
              <span className="flex items-center gap-2">
                <input
                  name={`amount_${position}`}
                  aria-label={fillText(words.amountOf, { title: name })}
                  inputMode="decimal"
                  autoComplete="off"
                  value={chosen[position]?.amount ?? ''}
                  placeholder="0"
                  onChange={(event) => choose(item, { amount: event.target.value })}
                  className={`${box} w-28`}
                />
                <span className="nums whitespace-nowrap text-muted text-sm">
                  {fillText(words.amountLeft, { left: formatPrice(item.leftAmount, currency) })}
                </span>
              </span>
            ),
          },
        };
      })}
    />
  );
}
