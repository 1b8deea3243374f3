import { z } from 'zod';
import { exportEntries } from '../../../../../audit/export-entries';
import { exportCustomers } from '../../../../../customers/list-customers';
import { exportActivations, exportLicences } from '../../../../../licensing/export-lists';
import { exportOrders } from '../../../../../orders/list-admin-orders';
import { exportCalls } from '../../../../../request-log/list-calls';
import { customerFilter, customerQuery } from '../admin-customers/list-customers';
import { activationFilter, activationQuery } from '../admin-licences/list-activations';
import { licenceFilter, licenceQuery } from '../admin-licences/list-licences';
import { entryFilter, entryQuery } from '../admin-logs/audit';
import { callFilter, callQuery } from '../admin-logs/client-calls';
import { orderFilter, orderQuery } from '../admin-orders/read-orders';
import { actorOf } from '../shop-fields';
import { declareExport } from './declare-export';

const orders = declareExport({
  name: 'orders',
  audience: 'admin',
  summary: 'Export the orders of the store, narrowed as their list is; amounts are minor units.',
  querySchema: z.object(orderQuery),
  columns: ['order', 'placed', 'status', 'customer', 'products', 'total', 'refunded', 'currency'],
  pagesOf: async ({ caller, query }) => (await exportOrders(await orderFilter(query), actorOf(caller))).pages,
  cellsOf: (row) => [
    row.number,
    row.placedAt,
    row.status,
    row.customerEmail,
    row.products.join('; '),
    row.totalAmount,
    row.refundedAmount,
    row.currency,
  ],
});

const customers = declareExport({
  name: 'customers',
  audience: 'admin',
  summary: 'Export the customers of the store, narrowed as their list is.',
  querySchema: z.object(customerQuery),
  columns: 'customer,email,name,company,role,disabled_at,second_factor,orders,licences,created_at,deleted_at'.split(
    ',',
  ),
  pagesOf: async ({ caller, query }) => (await exportCustomers(customerFilter(query), actorOf(caller))).pages,
  cellsOf: (row) => [
    row.number,
    row.email,
    row.name,
    row.company,
    row.role,
    row.disabledAt,
    row.hasFactor ? 'yes' : 'no',
    row.orders,
    row.licences,
    row.createdAt,
    row.deletedAt,
  ],
});

const licences = declareExport({
  name: 'licences',
  audience: 'admin',
  summary: 'Export the licences of the store, narrowed as their list is.',
  querySchema: z.object(licenceQuery),
  columns:
    'licence,state,product,plan,product_id,customer,order,activation_limit,activations,over_limit,expires_at,created_at,key'.split(
      ',',
    ),
  pagesOf: async ({ caller, query, at }) =>
    (await exportLicences(await licenceFilter(query), actorOf(caller), at)).pages,
  cellsOf: (row) => [
    row.number,
    row.state,
    row.productTitle,
    row.planName,
    row.planNumber,
    row.customerEmail,
    row.orderNumber,
    row.activationLimit,
    row.activationCount,
    row.overLimit,
    row.expiresAt,
    row.createdAt,
    row.keyHint,
  ],
});

const activations = declareExport({
  name: 'activations',
  audience: 'admin',
  summary: 'Export the activations of the store, narrowed as their list is.',
  querySchema: z.object(activationQuery),
  columns:
    'where,instance,product,product_id,licence,customer,version,address,first_seen,last_seen,over_limit,key'.split(','),
  pagesOf: async ({ caller, query }) => (await exportActivations(await activationFilter(query), actorOf(caller))).pages,
  cellsOf: (row) => [
    row.label,
    row.instance,
    row.productTitle,
    row.planNumber,
    row.licenceNumber,
    row.customerEmail,
    row.version,
    row.address,
    row.activatedAt,
    row.lastSeenAt,
    row.overLimit ? 'yes' : 'no',
    row.keyHint,
  ],
});

const calls = declareExport({
  name: 'client-calls',
  audience: 'admin',
  summary: 'Export what client software called, narrowed as the list is.',
  querySchema: z.object(callQuery),
  columns:
    'time,protocol,action,outcome,key,product,instance,version,address,user_agent,duration_ms,customer,api_resource,request_id'.split(
      ',',
    ),
  pagesOf: async ({ caller, query }) => exportCalls(await callFilter(query), actorOf(caller)),
  cellsOf: (row) => [
    row.at,
    row.protocol,
    row.action,
    row.outcome,
    row.keyHint,
    row.product,
    row.instance,
    row.version,
    row.address,
    row.userAgent,
    row.durationUs / 1000,
    row.customerId,
    row.apiResourceId,
    row.requestId,
  ],
});

const audit = declareExport({
  name: 'audit',
  audience: 'admin',
  summary: 'Export the audit, narrowed as its list is.',
  querySchema: z.object(entryQuery),
  columns: 'entry,time,actor,actor_id,who,through,address,agent,action,object,object_id,before,after'.split(','),
  pagesOf: ({ caller, query, format }) => exportEntries(entryFilter(query), { actor: actorOf(caller), format }),
  cellsOf: (row) => [
    row.id,
    row.at,
    row.actorKind,
    row.actorId,
    row.actorEmail,
    row.via,
    row.address,
    row.agent,
    row.action,
    row.objectKind,
    row.objectId,
    textOf(row.before),
    textOf(row.after),
  ],
});

function textOf(side: unknown): string {
  return side === null ? '' : JSON.stringify(side);
}

/** What the admin lists export; who took a list out is audited as there. */
export const adminExports = [...orders, ...customers, ...licences, ...activations, ...calls, ...audit];
