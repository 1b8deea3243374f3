import type { RefundPart, RefundStanding } from './checkout-payment';

/** What a refund at Stripe says of itself to this store. */
type RefundNote = Pick<RefundStanding, 'quantities' | 'parts' | 'requestId'>;

type Metadata = Record<string, string>;

/** Stripe refuses longer values, and more than 50 of them. */
const LONGEST_VALUE = 500;

/**
 * The metadata that tells which request a refund answers, and exactly what it gives back: all parts as
 * `position:units:amount`, packed into as few values as hold them.
 */
export function refundMetadata(requestId: string, parts: readonly RefundPart[] = []): Metadata {
  const values: string[] = [];
  for (const { position, quantity, amount } of parts) {
    const part = `${position}:${quantity}:${amount}`;
    const joined = `${values.at(-1) ?? ''},${part}`;
    if (values.length > 0 && joined.length <= LONGEST_VALUE) values[values.length - 1] = joined;
    else values.push(part);
  }
  return { request: requestId, ...Object.fromEntries(values.map((value, index) => [`parts_${index}`, value])) };
}

/**
 * Reads what `refundMetadata` wrote, and the form that came before it, which people still type in Stripe's dashboard: a key
 * `item_<position>` with units, maybe `amount_<position>` beside it. What is in neither form is passed over.
 */
export function readRefundMetadata(metadata: Metadata | null): RefundNote {
  const entries = Object.entries(metadata ?? {});
  const units = numbersOf(entries, /^item_(\d{1,3})$/);
  const amounts = numbersOf(entries, /^amount_(\d{1,3})$/);
  const parts = new Map(
    [...amounts].map(([position, amount]) => [position, { position, quantity: units.get(position) ?? 0, amount }]),
  );
  for (const part of entries.flatMap(packedParts)) {
    parts.set(part.position, part);
    units.set(part.position, part.quantity);
  }
  const quantities = [...units].flatMap(([position, quantity]) => (quantity > 0 ? [{ position, quantity }] : []));
  const requestId = metadata?.request;
  return {
    quantities,
    ...(parts.size > 0 ? { parts: [...parts.values()] } : {}),
    ...(requestId ? { requestId } : {}),
  };
}

function packedParts([key, value]: [string, string]): RefundPart[] {
  if (!/^parts_\d{1,2}$/.test(key)) return [];
  return value.split(',').flatMap((text) => {
    const [, position, quantity, amount] = /^(\d{1,3}):(\d{1,9}):(\d{1,12})$/.exec(text) ?? [];
    if (position === undefined) return [];
    return [{ position: Number(position), quantity: Number(quantity), amount: Number(amount) }];
  });
}

/** By position, the whole numbers under the keys of this form. */
function numbersOf(entries: [string, string][], form: RegExp): Map<number, number> {
  return new Map(
    entries.flatMap(([key, value]) => {
      const position = form.exec(key)?.[1];
      return position && /^\d{1,9}$/.test(value) ? [[Number(position), Number(value)] as const] : [];
    }),
  );
}
