/** What a visitor wants: a plan's number and how many. Prices are never part of it. */
export type CartLine = { planNumber: number; quantity: number };

/** How many of one plan can be ordered at once. */
export const MAX_QUANTITY = 99;
/** How many different plans can be ordered at once. */
export const MAX_LINES = 20;
const MAX_NUMBER = 2_147_483_647;

/** Reads `101:2,105:1`. What does not fit is left out, so an old or doctored cookie is at worst an empty cart. */
export function parseCartLines(text: string): CartLine[] {
  const lines = text
    .slice(0, 2_000)
    .split(',')
    .flatMap((part) => {
      const [, number, quantity] = /^(\d{1,10}):(\d{1,4})$/.exec(part) ?? [];
      return number && quantity ? [{ planNumber: Number(number), quantity: Number(quantity) }] : [];
    });
  return lines.reduce<CartLine[]>((sum, line) => addCartLine(sum, line), []);
}

/** The text that `parseCartLines` reads. */
export function formatCartLines(lines: CartLine[]): string {
  return lines.map((line) => `${line.planNumber}:${line.quantity}`).join(',');
}

/** The cart with `line` added to it; quantities of one plan add up to at most 99, further plans beyond 20 are left out. */
export function addCartLine(lines: CartLine[], line: CartLine): CartLine[] {
  if (!isPlanNumber(line.planNumber) || !Number.isInteger(line.quantity) || line.quantity < 1) return lines;
  const there = lines.find((each) => each.planNumber === line.planNumber);
  if (!there && lines.length >= MAX_LINES) return lines;
  const quantity = Math.min(MAX_QUANTITY, (there?.quantity ?? 0) + line.quantity);
  if (!there) return [...lines, { planNumber: line.planNumber, quantity }];
  return lines.map((each) => (each === there ? { ...each, quantity } : each));
}

/** Whether `addCartLine` keeps less of `line` than was wanted: more than 99 of a plan, or a plan beyond 20. */
export function isBeyondLimit(lines: CartLine[], line: CartLine): boolean {
  const there = lines.find((each) => each.planNumber === line.planNumber);
  if (!there && lines.length >= MAX_LINES) return true;
  return (there?.quantity ?? 0) + line.quantity > MAX_QUANTITY;
}

/** The cart with another quantity for one plan; 0 takes it out. */
export function setCartQuantity(lines: CartLine[], line: CartLine): CartLine[] {
  if (!Number.isInteger(line.quantity) || line.quantity < 0) return lines;
  const quantity = Math.min(MAX_QUANTITY, line.quantity);
  return lines
    .map((each) => (each.planNumber === line.planNumber ? { ...each, quantity } : each))
    .filter((each) => each.quantity > 0);
}

/** How many things are in the cart. */
export function cartCount(lines: CartLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0);
}

function isPlanNumber(number: number): boolean {
  return Number.isInteger(number) && number > 0 && number <= MAX_NUMBER;
}
