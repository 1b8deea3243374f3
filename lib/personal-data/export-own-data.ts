import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { type TakeAttemptResult, takeAttempt } from '../customers/attempt-limit';
import { inTransaction } from '../db/client';
import { withoutKeys } from '../secrets/without-keys';
import type { DataSection, Person } from './data-section';
import { ownKeys } from './own-keys';
import { ownLicences } from './own-licences';
import { ownLogs } from './own-logs';
import { ownOrders } from './own-orders';
import { ownProfile } from './own-profile';

/** Of the file: raised when a name in it changes its meaning or goes. */
export const SCHEMA_VERSION = 1;

/** Each reads everything there is of somebody. */
const EXPORTS = { name: 'own_data', tries: 10, withinMs: 3_600_000 };

export type ExportOwnDataResult =
  /** The file in pieces, each read when the one before was taken. */
  { ok: true; chunks: AsyncGenerator<string> } | Extract<TakeAttemptResult, { ok: false }>;

/**
 * Everything the store keeps about a person as one JSON file: theirs by the queries, without another person's data, without
 * what admins note for each other, and without anything that opens something (keys by their hints). For who has just proved
 * again who they are; audited before the first byte. Ten an hour. `notes`: sentences that explain the file to its reader.
 */
export async function exportOwnData(wish: {
  person: Person;
  store: { name: string; url: string };
  notes: string[];
  actor: Actor;
  at?: Date;
}): Promise<ExportOwnDataResult> {
  const { person, store, notes, actor, at = now() } = wish;
  const taken = await takeAttempt([{ limit: EXPORTS, subject: person.id }], at);
  if (!taken.ok) return taken;
  await inTransaction((tx) =>
    recordAudit(tx, {
      actor,
      action: 'customer.export_own_data',
      objectKind: 'customer',
      objectId: person.id,
      after: { schemaVersion: SCHEMA_VERSION },
      at,
    }),
  );
  const head = { schema_version: SCHEMA_VERSION, made_at: at, store, notes };
  return { ok: true, chunks: writeFile(head, person, at) };
}

async function* writeFile(head: object, person: Person, at: Date): AsyncGenerator<string> {
  yield `{\n${JSON.stringify(head).slice(1, -1)}`;
  // One after another: a part that is not taken is not read.
  for (const read of [ownProfile, ownOrders, ownLicences, ownKeys, ownLogs]) {
    for (const section of await read(person, at)) yield* writeSection(section);
  }
  yield '\n}\n';
}

async function* writeSection(section: DataSection): AsyncGenerator<string> {
  const name = JSON.stringify(section.name);
  if (!('pages' in section)) {
    yield `,\n${name}: ${textOf(section.value)}`;
    return;
  }
  yield `,\n${name}: [`;
  let between = '\n';
  for await (const page of section.pages) {
    for (const row of page) {
      yield between + textOf(row);
      between = ',\n';
    }
  }
  yield ']';
}

// Some clients send their key as their instance, and people write keys into notes.
function textOf(value: unknown): string {
  return withoutKeys(JSON.stringify(value));
}
