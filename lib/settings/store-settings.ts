import { z } from 'zod';
import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { db, inTransaction, type Tx } from '../db/client';
import { forgetSettings } from './settings-memory';

const shape = {
  storeName: z.string().trim().min(1).max(80),
  /** One row an order item with its key; off: rows of a product merged, and these keys never leave the server. */
  showProductOrderApiKeys: z.boolean(),
  showMasterApiKey: z.boolean(),
  /** How long a download link lives after its page was loaded. */
  downloadLinkDays: z.number().int().min(1).max(7),
  /** On: activating the same instance twice is refused, as the original did. */
  strictReactivation: z.boolean(),
  /** Version and changelog are told to clients without a key. */
  publicVersionInfo: z.boolean(),
  /** How dates look in the answers of the compatibility API. */
  dateFormat: z.string().trim().min(1).max(40),
};

const schema = z.object(shape);
const patchSchema = schema.partial().strict();

export type StoreSettings = z.infer<typeof schema>;
/** The settings to change; what is left out stays. */
export type StoreSettingsPatch = { [K in keyof StoreSettings]?: StoreSettings[K] | undefined };

const DEFAULTS: StoreSettings = {
  storeName: 'Latchkey',
  showProductOrderApiKeys: true,
  showMasterApiKey: true,
  downloadLinkDays: 7,
  strictReactivation: false,
  publicVersionInfo: true,
  dateFormat: 'F j, Y',
};

export type SaveStoreSettingsResult = { ok: true } | { ok: false; reason: 'both_keys_hidden' | 'setting_invalid' };

/** The settings in force: what was saved, and the default for everything else. */
export async function readStoreSettings(): Promise<StoreSettings> {
  return settingsOf(await db().storeSetting.findMany());
}

/**
 * Saves the given settings and records who changed what, in one transaction. Nothing is saved when the result would
 * hide both kinds of key, also when two admins each switch off one of them at the same moment.
 */
export async function saveStoreSettings(patch: StoreSettingsPatch, actor: Actor): Promise<SaveStoreSettingsResult> {
  const parsed = patchSchema.safeParse(patch);
  if (!parsed.success) return { ok: false, reason: 'setting_invalid' };
  const result = await inTransaction<SaveStoreSettingsResult>(async (tx) => {
    await oneSaveAtATime(tx);
    const before = settingsOf(await tx.storeSetting.findMany());
    const after = schema.parse({ ...before, ...defined(parsed.data) });
    if (!after.showProductOrderApiKeys && !after.showMasterApiKey) return { ok: false, reason: 'both_keys_hidden' };
    await writeChanges(tx, { before, after, actor });
    return { ok: true };
  });
  forgetSettings();
  return result;
}

type Change = { before: StoreSettings; after: StoreSettings; actor: Actor };

async function writeChanges(tx: Tx, { before, after, actor }: Change): Promise<void> {
  const at = now();
  const keys = schema.keyof().options.filter((key) => before[key] !== after[key]);
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
    const field: z.ZodType | undefined = shape[row.key as keyof typeof shape]; // a foreign key gives undefined
    return field?.safeParse(row.value).success === true;
  });
  return schema.parse({ ...DEFAULTS, ...Object.fromEntries(saved.map((row) => [row.key, row.value])) });
}

function defined<T extends object>(patch: T): Partial<T> {
  // Object.fromEntries loses the key types; only undefined values were removed
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<T>;
}
