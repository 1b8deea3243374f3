import { formatDay, formatMoney } from './format';
import type { MailBlock, MailContent } from './mail-content';

/** What the order mail is told. A key that the store's settings hide is simply not there. */
export type OrderMailFacts = {
  orderNumber: number;
  items: OrderMailItem[];
  /** ISO 4217; all amounts are its minor units. */
  currency: string;
  discountAmount: number;
  /** The promotion code behind the discount. */
  discountCode?: string | null;
  taxAmount: number;
  /** The tax lies within the prices instead of on top of them. */
  taxIsIncluded?: boolean;
  totalAmount: number;
  masterApiKey?: string;
};

export type OrderMailItem = {
  title: string;
  planName: string;
  /** What client software sends as product id. */
  productNumber: number;
  quantity: number;
  /** The line before discount and tax. */
  amount: number;
  /** Places in all; null = unlimited. */
  activationLimit: number | null;
  /** Null = lifetime. */
  expiresAt: Date | null;
  productOrderApiKey?: string;
  associatedApiKeys?: string[];
};

export type OrderMailLinks = { apiKeysUrl: string };

/** The mail of a paid order: what was bought, its keys, and where to go next. */
export function orderMail(facts: OrderMailFacts, links: OrderMailLinks): MailContent {
  const { items } = facts;
  const hasKeys = facts.masterApiKey !== undefined || items.some(hasOwnKey);
  return {
    subject: `Your order ${facts.orderNumber}${hasKeys ? ' and its keys' : ''}`,
    heading: 'Thank you for your order',
    blocks: [
      { kind: 'paragraph', text: `Order ${facts.orderNumber} is paid and ready to use.` },
      { kind: 'rows', rows: priceRows(facts) },
      ...items.flatMap(itemBlocks),
      ...masterBlock(facts.masterApiKey),
      { kind: 'paragraph', text: 'Your account always has your keys, activations and downloads.' },
    ],
    button: { label: 'View API Keys', url: links.apiKeysUrl },
    reason: 'You get this mail because you placed this order. Keep your keys to yourself.',
  };
}

function priceRows(facts: OrderMailFacts) {
  const money = (amount: number) => formatMoney(amount, facts.currency);
  const rows: { label: string; value: string; isTotal?: boolean }[] = facts.items.map((item) => ({
    label: `${item.quantity > 1 ? `${item.quantity} × ` : ''}${item.title}, ${item.planName}`,
    value: money(item.amount),
  }));
  const discount = facts.discountCode ? `Discount (${facts.discountCode})` : 'Discount';
  if (facts.discountAmount > 0) rows.push({ label: discount, value: money(-facts.discountAmount) });
  const total = { label: 'Total', value: money(facts.totalAmount), isTotal: true };
  if (facts.taxAmount === 0) return [...rows, total];
  if (facts.taxIsIncluded) return [...rows, total, { label: 'Included tax', value: money(facts.taxAmount) }];
  return [...rows, { label: 'Tax', value: money(facts.taxAmount) }, total];
}

function itemBlocks(item: OrderMailItem): MailBlock[] {
  const places = item.activationLimit === null ? 'Unlimited activations' : plural(item.activationLimit);
  const term = item.expiresAt ? `until ${formatDay(item.expiresAt)}` : 'lifetime';
  const note = `Product ID ${item.productNumber}. ${places}, ${term}.`;
  const associated = (item.associatedApiKeys ?? []).map(
    (value): MailBlock => ({
      kind: 'copy',
      label: `Associated API Key for ${item.title}`,
      value,
      note: `Opens this purchase too. Product ID ${item.productNumber}.`,
    }),
  );
  if (item.productOrderApiKey === undefined) {
    return [{ kind: 'paragraph', text: `${item.title}, ${item.planName}. ${note}` }, ...associated];
  }
  const label = `Product Order API Key for ${item.title}`;
  return [{ kind: 'copy', label, value: item.productOrderApiKey, note }, ...associated];
}

function hasOwnKey(item: OrderMailItem): boolean {
  return item.productOrderApiKey !== undefined || item.associatedApiKeys !== undefined;
}

function masterBlock(masterApiKey: string | undefined): MailBlock[] {
  if (masterApiKey === undefined) return [];
  return [
    { kind: 'copy', label: 'Master API Key', value: masterApiKey, note: 'Activates everything you have bought.' },
  ];
}

function plural(places: number): string {
  return places === 1 ? '1 activation' : `${places} activations`;
}
