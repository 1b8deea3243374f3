import { z } from 'zod';
import { eachUsageDay } from '../../../../../access-keys/each-usage-day';
import { type DownloadRow, listDownloads } from '../../../../../downloads/list-downloads';
import { eachActivation } from '../../../../../licensing/list-activations';
import { eachLicence } from '../../../../../licensing/list-licences';
import { eachAdminOrder } from '../../../../../orders/list-admin-orders';
import { storeFacts } from '../../../../../settings/store-facts';
import { readStoreSettings } from '../../../../../settings/store-settings';
import { declareExport } from './declare-export';

const nothing = z.object({});

const orders = declareExport({
  name: 'orders',
  audience: 'owner',
  summary: 'Export your own orders, the newest first; amounts are minor units.',
  querySchema: nothing,
  columns: ['order', 'placed_at', 'status', 'products', 'total', 'refunded', 'currency'],
  pagesOf: async ({ caller }) => eachAdminOrder({ customerNumber: caller.customerNumber }),
  cellsOf: (row) => [
    row.number,
    row.placedAt,
    row.status,
    row.products.join('; '),
    row.totalAmount,
    row.refundedAmount,
    row.currency,
  ],
});

const licences = declareExport({
  name: 'licences',
  audience: 'owner',
  summary: 'Export your own licences, the newest first.',
  querySchema: nothing,
  columns: [
    'licence',
    'state',
    'product',
    'plan',
    'product_id',
    'order',
    'activation_limit',
    'activations',
    'over_limit',
    'expires_at',
    'created_at',
  ],
  pagesOf: async ({ caller, at }) => eachLicence({ customerNumber: caller.customerNumber }, at),
  cellsOf: (row) => [
    row.number,
    row.state,
    row.productTitle,
    row.planName,
    row.planNumber,
    row.orderNumber,
    row.activationLimit,
    row.activationCount,
    row.overLimit,
    row.expiresAt,
    row.createdAt,
  ],
});

const activations = declareExport({
  name: 'activations',
  audience: 'owner',
  summary: 'Export the activations of all your licences, the newest first.',
  querySchema: nothing,
  columns: [
    'activation',
    'where',
    'instance',
    'product',
    'product_id',
    'licence',
    'version',
    'first_seen',
    'last_seen',
    'over_limit',
  ],
  pagesOf: async ({ caller }) => eachActivation({ customerNumber: caller.customerNumber }),
  cellsOf: (row) => [
    row.id,
    row.label,
    row.instance,
    row.productTitle,
    row.planNumber,
    row.licenceNumber,
    row.version,
    row.activatedAt,
    row.lastSeenAt,
    row.overLimit ? 'yes' : 'no',
  ],
});

const downloads = declareExport({
  name: 'downloads',
  audience: 'owner',
  summary: 'Export the files that your licences open now, each with a link.',
  querySchema: nothing,
  columns: [
    'product',
    'product_id',
    'order',
    'version',
    'released_at',
    'beta',
    'file',
    'platform',
    'size_bytes',
    'sha256',
    'last_downloaded_at',
    'link',
    'link_expires_at',
  ],
  pagesOf: async ({ caller, at }) => filesOf(caller.customerId, at),
  cellsOf: ({ row, release, file }) => [
    row.productTitle,
    row.productNumber,
    row.orderNumber,
    release.version,
    release.releasedAt,
    release.isBeta ? 'yes' : 'no',
    file.fileName,
    file.platform,
    file.sizeBytes,
    file.sha256,
    file.lastDownloadedAt,
    storeFacts().publicUrl + file.href,
    row.linksExpireAt,
  ],
});

async function* filesOf(customerId: string, at: Date) {
  const { downloadLinkDays: linkDays } = await readStoreSettings();
  for (const row of await listDownloads({ customerId, linkDays, at })) yield linesOf(row);
}

function linesOf(row: DownloadRow) {
  return [row.newest, ...row.older].flatMap((release) => release.files.map((file) => ({ row, release, file })));
}

const usage = declareExport({
  name: 'usage',
  audience: 'owner',
  summary: 'Export how your developer keys were used in the last 400 days (UTC), by day, key, operation and status.',
  querySchema: nothing,
  columns: ['day', 'key', 'name', 'operation', 'status', 'calls'],
  pagesOf: async ({ caller, at }) => eachUsageDay(caller.customerId, at),
  cellsOf: (row) => [row.day, row.sid, row.name, row.operation, row.status, row.calls],
});

/** Everything of the caller's own, for automated exports. */
export const ownExports = [...orders, ...licences, ...activations, ...downloads, ...usage];
