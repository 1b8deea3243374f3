import { z } from 'zod';
import { type DownloadRelease, type DownloadRow, listDownloads } from '../../../../../downloads/list-downloads';
import { listLicences } from '../../../../../licensing/list-licences';
import { storeFacts } from '../../../../../settings/store-facts';
import { readStoreSettings } from '../../../../../settings/store-settings';
import { operation } from '../../operation';
import { answerPage, isoOf, keysetWish, listOf, maybeTold, pageFields, told } from '../shop-fields';

const release = z.object({
  version: z.string(),
  released_at: told,
  is_beta: z.boolean(),
  changelog: z.string(),
  files: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      platform: z.string(),
      size_bytes: z.int(),
      sha256: z.string(),
      /** Opens the file without a key until `links_expire_at`; who may have it is asked again when it is used. */
      url: z.url(),
      last_downloaded_at: maybeTold,
    }),
  ),
});

const download = z.object({
  licence_number: z.int(),
  order_number: z.int().nullable(),
  product: z.string(),
  product_id: z.int(),
  changelog_url: z.string(),
  documentation_url: z.string(),
  newest: release,
  older: z.array(release),
  wants_beta: z.boolean(),
  links_expire_at: told,
});

/** The same rows and links as API Downloads shows. */
export const listOwnDownloads = operation({
  id: 'downloads.list',
  area: 'downloads',
  access: 'read',
  audience: 'owner',
  method: 'GET',
  path: '/downloads',
  summary: 'List the files that your licences open now, each with a link.',
  description:
    'A page is counted in licences, the newest first. A licence that opens no file at the moment has no row, so a page may have fewer than asked for, or none, while there are more.',
  refusals: [],
  querySchema: z.object(pageFields),
  answerSchema: listOf(download),
  handle: async ({ caller, query, at }) => {
    const licences = await listLicences({ customerNumber: caller.customerNumber }, keysetWish(query), at);
    const numbers = new Map(licences.rows.map(({ id, number }) => [id, number]));
    const { downloadLinkDays: linkDays } = await readStoreSettings();
    const { customerId } = caller;
    const found = await listDownloads({ customerId, linkDays, apiResourceIds: [...numbers.keys()], at });
    const rows = found.sort((a, b) => numberOf(b) - numberOf(a));
    return answerPage({ ...licences, rows }, query, (row) => present(row, numberOf(row)));

    function numberOf(row: DownloadRow): number {
      return numbers.get(row.apiResourceId) ?? 0;
    }
  },
});

function present(row: DownloadRow, licenceNumber: number) {
  return {
    licence_number: licenceNumber,
    order_number: row.orderNumber ?? null,
    product: row.productTitle,
    product_id: row.productNumber,
    changelog_url: row.changelogUrl,
    documentation_url: row.documentationUrl,
    newest: presentRelease(row.newest),
    older: row.older.map(presentRelease),
    wants_beta: row.beta.isWanted,
    links_expire_at: isoOf(row.linksExpireAt),
  };
}

function presentRelease({ version, releasedAt, isBeta, changelogMd, files }: DownloadRelease) {
  return {
    version,
    released_at: isoOf(releasedAt),
    is_beta: isBeta,
    changelog: changelogMd,
    files: files.map((file) => ({
      id: file.id,
      name: file.fileName,
      platform: file.platform,
      size_bytes: file.sizeBytes,
      sha256: file.sha256,
      url: storeFacts().publicUrl + file.href,
      last_downloaded_at: isoOf(file.lastDownloadedAt),
    })),
  };
}
