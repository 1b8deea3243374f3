import { rememberedSettings, rememberSettings } from './settings-memory';
import { readStoreSettings, type StoreSettings } from './store-settings';

/** How old the settings may be that a client's answer is made with. Another process's change is seen after this long. */
const FRESH_MS = 1_000;
let reading: Promise<StoreSettings> | undefined;

/**
 * The settings for the hot path: at most about a second old, and never waited for once they have been read. Only what shapes
 * an answer may come from here (link lifetime, wording, strict mode); what opens a right is read with the right itself.
 */
export async function recentStoreSettings(): Promise<StoreSettings> {
  const known = rememberedSettings<StoreSettings>();
  if (known && performance.now() - known.readAt < FRESH_MS) return known.value;
  reading ??= readStoreSettings().finally(() => {
    reading = undefined;
  });
  const fresh = reading.then((settings) => {
    rememberSettings(settings);
    return settings;
  });
  if (!known) return fresh;
  // The old answer serves while the new one comes; a database in trouble shows itself at the call's own statement.
  fresh.catch(() => {});
  return known.value;
}

/** The same without waiting: undefined only before the first read. For answers that must not cost even an `await`. */
export function knownStoreSettings(): StoreSettings | undefined {
  const known = rememberedSettings<StoreSettings>();
  if (known && performance.now() - known.readAt >= FRESH_MS) void recentStoreSettings();
  return known?.value;
}
