import { z } from 'zod';
import type { Caller } from '../../../../../access-keys/caller';
import { editProduct, productFingerprint } from '../../../../../catalog/edit-product';
import { PRODUCT_PARTS, type ProductPart, type ProductTextName } from '../../../../../catalog/product-text';
import { unreachable } from '../../../../../errors';
import { type ManageReply, operation } from '../../operation';
import { findProduct, productPath, refuse, refuseFields } from './fields';
import { productSchema, tellProduct } from './present-product';
import { holdsKey, textFaults } from './say-faults';
import { DOCS_NAMES, SALE_NAMES } from './text-names';

/** Each text may be left out, and then stays. */
function partialTexts<Name extends string>(names: Readonly<Record<Name, string>>) {
  const fields = Object.keys(names).map((name) => [name, z.string().optional()]);
  // Object.fromEntries forgets the names it was given.
  return z.object(Object.fromEntries(fields) as Record<Name, z.ZodOptional<z.ZodString>>);
}

export const editProductOperation = operation({
  id: 'products.edit',
  area: 'products',
  access: 'write',
  audience: 'admin',
  method: 'PATCH',
  path: '/admin/products/{number}',
  summary: 'Change the texts that sell a product.',
  description: 'A text that is left out stays. Storefront and client software say so from the next read on.',
  refusals: ['not_found', 'conflict', 'looks_like_a_key', 'etag_mismatch'],
  pathSchema: productPath,
  bodySchema: partialTexts(SALE_NAMES),
  answerSchema: productSchema,
  handle: ({ path, body, caller, at }) => edit({ number: path.number, part: 'sale', given: body, caller, at }),
});

export const editDocsOperation = operation({
  id: 'products.edit_docs',
  area: 'products',
  access: 'write',
  audience: 'admin',
  method: 'PATCH',
  path: '/admin/products/{number}/docs',
  summary: 'Change the pages and requirements that client software shows of a product.',
  description: 'A text that is left out stays.',
  refusals: ['not_found', 'conflict', 'looks_like_a_key'],
  pathSchema: productPath,
  bodySchema: partialTexts(DOCS_NAMES),
  answerSchema: productSchema,
  handle: ({ path, body, caller, at }) => edit({ number: path.number, part: 'docs', given: body, caller, at }),
});

const NAMES: Readonly<Record<ProductPart, Readonly<Record<string, ProductTextName>>>> = {
  sale: SALE_NAMES,
  docs: DOCS_NAMES,
};

type Edit = {
  number: number;
  part: ProductPart;
  given: Readonly<Record<string, string | undefined>>;
  caller: Caller;
  at: Date;
};

async function edit({ number, part, given, caller, at }: Edit): Promise<ManageReply<z.input<typeof productSchema>>> {
  const product = await findProduct(number);
  if (!product) return refuse('not_found');
  const texts = Object.fromEntries(PRODUCT_PARTS[part].map((key) => [key, product[key]]));
  for (const [name, key] of Object.entries(NAMES[part])) texts[key] = given[name] ?? product[key];
  const fingerprint = productFingerprint(part, product);
  const result = await editProduct({ productId: product.id, part, texts, fingerprint, actor: caller.actor, at });
  if (result.ok) return tellProduct(number);
  switch (result.reason) {
    case 'text_refused':
      return holdsKey(result.problems) ? refuse('looks_like_a_key') : refuseFields(textFaults(result.problems));
    case 'slug_taken':
      return refuseFields([{ field: 'slug', problem: 'belongs to another product' }]);
    case 'product_not_found':
      return refuse('not_found');
    case 'changed_meanwhile':
      return refuse('conflict');
    default:
      return unreachable(result);
  }
}
