import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { Prisma } from '../db/generated/client';
import { inListRead } from '../db/in-list-read';
import { type ActivationFilter, activationWhere } from './activation-filter';
import { type LicenceFilter, licenceWhere } from './licence-filter';
import { type AdminActivation, eachActivation } from './list-activations';
import { type AdminLicence, eachLicence } from './list-licences';

/** A list on its way out: how many rows it will have, and the rows themselves, read as they are taken. */
export type ListExport<Row> = { total: number | undefined; pages: AsyncGenerator<Row[]> };

/** Starts an export of activations. Who took the list out, and how narrowed, is audited before its first row. */
export async function exportActivations(filter: ActivationFilter, actor: Actor): Promise<ListExport<AdminActivation>> {
  const total = await countAll(Prisma.sql`FROM activation a WHERE ${activationWhere(filter)}`);
  await recordExport('activation', filter, actor);
  return { total, pages: eachActivation(filter) };
}

/** The same for licences, as they stand at `at`. */
export async function exportLicences(
  filter: LicenceFilter,
  actor: Actor,
  at: Date = now(),
): Promise<ListExport<AdminLicence>> {
  const total = await countAll(Prisma.sql`FROM api_resource r WHERE ${licenceWhere(filter, at)}`);
  await recordExport('api_resource', filter, actor);
  return { total, pages: eachLicence(filter, at) };
}

// A count that takes too long is done without: the rows come all the same.
async function countAll(rows: Prisma.Sql): Promise<number | undefined> {
  try {
    const [counted] = await inListRead((tx) =>
      tx.$queryRaw<{ count: number }[]>(Prisma.sql`SELECT count(*)::int AS count ${rows}`),
    );
    return counted?.count;
  } catch (error) {
    if (String(error).includes('statement timeout')) return undefined;
    throw error;
  }
}

function recordExport(objectKind: string, filter: object, actor: Actor): Promise<void> {
  const narrowedBy = JSON.parse(JSON.stringify(filter)); // instants as texts
  return inTransaction((tx) =>
    recordAudit(tx, { actor, action: `${objectKind}.export`, objectKind, objectId: 'list', after: narrowedBy }),
  );
}
