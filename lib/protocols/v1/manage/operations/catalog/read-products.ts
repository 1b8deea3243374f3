import { listAdminProducts } from '../../../../../catalog/list-admin-products';
import { operation } from '../../operation';
import { pageOf, pageQuery, presentPage } from '../../paging';
import { searched } from '../shop-fields';
import { pageOfAll, productPath } from './fields';
import { listedProductSchema, presentListed, productSchema, standingSchema, tellProduct } from './present-product';

export const listProductsOperation = operation({
  id: 'products.list',
  area: 'products',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/products',
  summary: 'List the products of the store by title, on sale or not.',
  refusals: [],
  querySchema: pageQuery.extend({
    q: searched.optional().describe('Part of the title, the tagline, the author or the category, or a number.'),
    standing: standingSchema.optional(),
  }),
  answerSchema: pageOf(listedProductSchema),
  handle: async ({ query, at }) => {
    const { q, standing } = query;
    const filter = { ...(q === undefined ? {} : { text: q }), ...(standing === undefined ? {} : { standing }) };
    return presentPage(pageOfAll(await listAdminProducts(filter, at), query), presentListed);
  },
});

export const readProductOperation = operation({
  id: 'products.read',
  area: 'products',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/products/{number}',
  summary: 'Read a product with its texts, its licensing and all its plans.',
  refusals: ['not_found'],
  pathSchema: productPath,
  answerSchema: productSchema,
  handle: ({ path }) => tellProduct(path.number),
});
