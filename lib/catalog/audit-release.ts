import { type Actor, recordAudit } from '../audit/record-audit';
import type { Prisma, Tx } from '../db/client';

type ReleaseRow = Prisma.ReleaseGetPayload<object>;

const NAMES = [
  'version',
  'channel',
  'releasedAt',
  'changelogMd',
  'upgradeNotice',
  'requiresVersion',
  'testedVersion',
  'requiresPhp',
  'publishedAt',
  'yankedAt',
  'yankReason',
] as const satisfies (keyof ReleaseRow)[];

/** The audit keeps the beginning of a long text: enough to see what was changed, not a second copy of the changelog. */
const LONGEST = 2_000;

/** Records what became of a release: of each field that differs, both values. Without `before` it is new. */
export async function auditRelease(
  tx: Tx,
  change: { actor: Actor; action: `release.${string}`; before?: ReleaseRow; after: ReleaseRow; at: Date },
): Promise<void> {
  const { actor, action, before, after, at } = change;
  const changed = NAMES.filter((name) => !before || wordsOf(before[name]) !== wordsOf(after[name]));
  const valuesOf = (row: ReleaseRow) => Object.fromEntries(changed.map((name) => [name, wordsOf(row[name])]));
  await recordAudit(tx, {
    actor,
    action,
    objectKind: 'release',
    objectId: after.id,
    ...(before ? { before: { version: before.version, ...valuesOf(before) } } : {}),
    after: { productId: after.productId, version: after.version, ...valuesOf(after) },
    at,
  });
}

function wordsOf(value: string | Date | null): string | null {
  const words = value instanceof Date ? value.toISOString() : value;
  return words !== null && words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}
