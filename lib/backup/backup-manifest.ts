import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().regex(/^[a-z_][a-z0-9_]*$/);

const tableSchema = z.object({
  name,
  columns: z.array(name).min(1),
  /** The primary key, by which the rows are ordered. */
  key: z.array(name),
  rows: z.number().int().nonnegative(),
  /** Of the rows in PostgreSQL's COPY text form. */
  sha256,
});

const fileSchema = z.object({ location: z.string(), sizeBytes: z.number().int().nonnegative(), sha256 });

/** What a backup says of itself; the first entry of its archive. */
export const manifestSchema = z.object({
  format: z.literal('latchkey-backup'),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The state of the schema: every applied migration, oldest first. */
  migrations: z.array(z.object({ name: z.string(), checksum: sha256 })),
  /** In an order in which no row refers to a later table. */
  tables: z.array(tableSchema),
  sequences: z.array(z.object({ name, value: z.string().regex(/^\d+$/), isCalled: z.boolean() })),
  /** Release files of the local folder that are in the archive. */
  files: z.array(fileSchema),
  /** Release files that the local folder should have had and had not, whole, when the backup was made. */
  missing: z.array(z.string()),
  /** Release files that a restored store will look for elsewhere. */
  elsewhere: z.object({ local: z.number(), s3: z.number(), remote: z.number() }),
});

export type BackupManifest = z.infer<typeof manifestSchema>;

/** Told how far a backup or a restore is, in tables and files. */
export type OnStep = (steps: { done: number; all: number }) => Promise<void>;

export const MANIFEST_ENTRY = 'manifest.json';

/** The archive's entry with the rows of a table. */
export function tableEntry(table: string): string {
  return `tables/${table}.copy.gz`;
}

/** The archive's entry with a release file. */
export function fileEntry(location: string): string {
  return `files/${location}`;
}
