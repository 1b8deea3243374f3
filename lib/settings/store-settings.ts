import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { db, inTransaction, type Tx } from '../db/client';
import {
  DEFAULT_SETTINGS,
  type SettingName,
  type StoreSettings,
  settingFields,
  settingsPatchSchema,
  settingsSchema,
} from './setting-fields';
import { forgetSettings } from './settings-memory';

export type { SettingName, StoreSettings } from './setting-fields';
/** The settings to change; what is left out stays. */
export type StoreSettingsPatch = { [K in SettingName]?: StoreSettings[K] | undefined };

export type SaveStoreSettingsResult =
  | { ok: true }
  | { ok: false; reason: 'both_keys_hidden' }
  /** `settings` names the ones with a value that does not fit; empty when the name itself is unknown. */
  | { ok: false; reason: 'setting_invalid'; settings: SettingName[] };

/** The settings in force: what was saved, and the default for everything else. Within a transaction pass it along. */
export async function readStoreSettings(tx: Tx = db()): Promise<StoreSettings> {
  return settingsOf(await tx.storeSetting.findMany());
}

/**
 * Saves the given settings and records who changed what, in one transaction. Nothing is saved when the result would
 * hide both kinds of key, also when two admins each switch off one of them at the same moment.
 */
export async function saveStoreSettings(patch: StoreSettingsPatch, actor: Actor): Promise<SaveStoreSettingsResult> {
  const parsed = settingsPatchSchema.safeParse(patch);
  if (!parsed.success) return { ok: false, reason: 'setting_invalid', settings: namedIn(parsed.error) };
  const result = await inTransaction<SaveStoreSettingsResult>(async (tx) => {
    await oneSaveAtATime(tx);
    const before = settingsOf(await tx.storeSetting.findMany());
    const after = settingsSchema.parse({ ...before, ...defined(parsed.data) });
    if (!after.showProductOrderApiKeys && !after.showMasterApiKey) return { ok: false, reason: 'both_keys_hidden' };
    await writeChanges(tx, { before, after, actor });
    return { ok: true };
  });
  forgetSettings();
  return result;
}

function namedIn(error: z.ZodError): SettingName[] {
  const names = new Set(error.issues.map((issue) => issue.path[0]));
  return settingsSchema.keyof().options.filter((name) => names.has(name));
}

type Change = { before: StoreSettings; after: StoreSettings; actor: Actor };

async function writeChanges(tx: Tx, { before, after, actor }: Change): Promise<void> {
  const at = now();
  const keys = settingsSchema.keyof().options.filter((key) => !isDeepStrictEqual(before[key], after[key]));
  if (keys.length === 0) return;
  for (const key of keys) {
    const row = { value: after[key], updatedAt: at, updatedBy: actor.id ?? null };
    await tx.storeSetting.upsert({ where: { key }, create: { key, ...row }, update: row });
  }
  const only = (settings: StoreSettings) => Object.fromEntries(keys.map((key) => [key, settings[key]]));
  await recordAudit(tx, {
    actor,
    action: 'settings.save',
    objectKind: 'store_setting',
    objectId: 'store',
    before: only(before),
    after: only(after),
    at,
  });
}

async function oneSaveAtATime(tx: Tx): Promise<void> {
  // Released at COMMIT. Rows cannot be locked instead: a setting at its default has none.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('store_setting'))`;
}

/** A row that no longer fits (an older version wrote it, or a hand) counts as not set, so the store stays up. */
function settingsOf(rows: { key: string; value: unknown }[]): StoreSettings {
  const saved = rows.filter((row) => {
    const field: z.ZodType | undefined = settingFields[row.key as SettingName]; // a foreign key gives undefined
    return field?.safeParse(row.value).success === true;
  });
  return settingsSchema.parse({ ...DEFAULT_SETTINGS, ...Object.fromEntries(saved.map((row) => [row.key, row.value])) });
}

function defined<T extends object>(patch: T): Partial<T> {
  // Object.fromEntries loses the key types; only undefined values were removed
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<T>;
}
