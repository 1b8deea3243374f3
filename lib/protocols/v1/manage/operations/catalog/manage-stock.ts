import { z } from 'zod';
import { deleteStockedKeys } from '../../../../../licensing/delete-stocked-keys';
import { handOutToWaiting } from '../../../../../licensing/hand-out-to-waiting';
import { type KeyStock, listKeyStock, listStockedKeys } from '../../../../../licensing/list-key-stock';
import { operation } from '../../operation';
import { pageOf, pageQuery, presentPage } from '../../paging';
import { instant, number, pageOfAll, productPath, refuse, uuid } from './fields';

const stockSchema = z
  .object({
    id: uuid.describe('Of the product.'),
    number,
    title: z.string(),
    in_stock: z.int(),
    handed_out: z.int(),
    waiting: z.int().describe('Purchases that found the stock empty and have no key yet.'),
  })
  .meta({ id: 'KeyStock' });

function presentStock(stock: KeyStock): z.input<typeof stockSchema> {
  return {
    id: stock.productId,
    number: stock.productNumber,
    title: stock.productTitle,
    in_stock: stock.inStock,
    handed_out: stock.handedOut,
    waiting: stock.waiting,
  };
}

async function findStock(productNumber: number): Promise<KeyStock | undefined> {
  return (await listKeyStock({ productNumber }))[0];
}

export const listStockOperation = operation({
  id: 'associated_keys.list',
  area: 'associated_keys',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/associated-keys',
  summary: 'List the products by title with their stock of associated keys.',
  refusals: [],
  querySchema: pageQuery,
  answerSchema: pageOf(stockSchema),
  handle: async ({ query }) => {
    const rows = (await listKeyStock()).map((stock) => ({ ...stock, id: stock.productId }));
    return presentPage(pageOfAll(rows, query), presentStock);
  },
});

export const readStockOperation = operation({
  id: 'associated_keys.read',
  area: 'associated_keys',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/associated-keys/{number}',
  summary: 'Read the stock of a product.',
  refusals: ['not_found'],
  pathSchema: productPath,
  answerSchema: stockSchema,
  handle: async ({ path }) => {
    const stock = await findStock(path.number);
    return stock ? { ok: true, body: presentStock(stock) } : refuse('not_found');
  },
});

const stockedKeySchema = z
  .object({
    id: uuid,
    hint: z.string().describe('The last letters of the key.'),
    is_weak: z.boolean().describe('It can be guessed.'),
    added_at: instant,
  })
  .meta({ id: 'StockedKey' });

export const listStockedKeysOperation = operation({
  id: 'associated_keys.list_keys',
  area: 'associated_keys',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/associated-keys/{number}/keys',
  summary: 'List the keys in the stock of a product by their hints, the next to be handed out first.',
  refusals: ['not_found'],
  pathSchema: productPath,
  querySchema: pageQuery,
  answerSchema: pageOf(stockedKeySchema),
  handle: async ({ path, query }) => {
    const stock = await findStock(path.number);
    if (!stock) return refuse('not_found');
    const { cursor, limit } = query;
    const page = await listStockedKeys({
      productId: stock.productId,
      size: limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    return presentPage({ rows: page.keys, next: page.nextCursor, isCursorBroken: page.isCursorBroken }, (key) => ({
      id: key.id,
      hint: key.hint,
      is_weak: key.isWeak,
      added_at: key.addedAt.toISOString(),
    }));
  },
});

export const deleteKeyOperation = operation({
  id: 'associated_keys.delete',
  area: 'associated_keys',
  access: 'write',
  audience: 'admin',
  method: 'DELETE',
  path: '/admin/associated-keys/{number}/keys/{key}',
  summary: 'Delete one key that nobody has from the stock of a product.',
  refusals: ['not_found'],
  success: 204,
  pathSchema: productPath.extend({ key: uuid }),
  handle: async ({ path, caller }) => {
    const stock = await findStock(path.number);
    if (!stock) return refuse('not_found');
    const which = { productId: stock.productId, licenseKeyId: path.key };
    const { deleted } = await deleteStockedKeys({ ...which, actor: caller.actor });
    return deleted > 0 ? { ok: true, status: 204 } : refuse('not_found');
  },
});

export const emptyStockOperation = operation({
  id: 'associated_keys.delete_all',
  area: 'associated_keys',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/associated-keys/{number}/empty',
  summary: 'Delete every key that nobody has from the stock of a product.',
  refusals: ['not_found', 'stock_changed'],
  pathSchema: productPath,
  bodySchema: z.object({ expected: z.int().min(0).describe('How many are in stock, as you read it.') }),
  answerSchema: z.object({ deleted: z.int() }),
  handle: async ({ path, body, caller }) => {
    const stock = await findStock(path.number);
    if (!stock) return refuse('not_found');
    if (body.expected !== stock.inStock) return refuse('stock_changed');
    const { deleted } = await deleteStockedKeys({ productId: stock.productId, actor: caller.actor });
    return { ok: true, body: { deleted } };
  },
});

export const handOutOperation = operation({
  id: 'associated_keys.hand_out',
  area: 'associated_keys',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/associated-keys/{number}/hand-out',
  summary: 'Give the purchases that found the stock empty their keys now, oldest first.',
  description: 'At most 500 at once.',
  refusals: ['not_found'],
  pathSchema: productPath,
  answerSchema: z.object({ handed_out: z.int() }),
  handle: async ({ path, caller }) => {
    const stock = await findStock(path.number);
    if (!stock) return refuse('not_found');
    const { handedOut } = await handOutToWaiting({ productId: stock.productId, actor: caller.actor });
    return { ok: true, body: { handed_out: handedOut } };
  },
});
