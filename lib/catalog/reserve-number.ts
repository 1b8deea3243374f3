import type { Tx } from '../db/client';
import { raiseSequence } from '../db/raise-sequence';

/**
 * Takes a number of the one sequence of products and plans for a product: the wanted one, or the next free. An imported
 * number moves the sequence above itself. Undefined when the wanted number belongs to another product already.
 */
export async function reserveNumber(tx: Tx, productId: string, wanted?: number): Promise<number | undefined> {
  if (wanted !== undefined) {
    if (!(await take(tx, productId, wanted))) return undefined;
    await raiseSequence(tx, 'catalog_number_seq', wanted);
    return wanted;
  }
  for (;;) {
    const [next] = await tx.$queryRaw<{ number: bigint }[]>`SELECT nextval('catalog_number_seq'::regclass) AS number`;
    const number = Number(next?.number);
    // Two imports at the same moment may have left the sequence below a number that is taken: pass over it.
    if (await take(tx, productId, number)) return number;
  }
}

async function take(tx: Tx, productId: string, number: number): Promise<boolean> {
  const taken = await tx.$executeRaw`
    INSERT INTO catalog_number (number, product_id) VALUES (${number}, ${productId}::uuid) ON CONFLICT DO NOTHING`;
  return taken === 1;
}
