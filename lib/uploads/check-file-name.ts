/** Why a file cannot be offered under its name. */
export type FileNameProblem =
  | 'file_name_empty'
  | 'file_name_path'
  | 'file_name_invisible'
  | 'file_name_too_long'
  | 'file_name_reserved';

export type CheckedFileName = { ok: true; fileName: string } | { ok: false; reason: FileNameProblem };

// 255 bytes is what file systems take; browsers add " (1)" and their own ending while they download. lib/catalog asks the same.
const MOST_BYTES = 200;
// Control characters, direction overrides ("exe.zip" shown backwards), zero-width marks, broken surrogates.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
// Windows keeps these for devices, whatever the ending.
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
const NOT_ON_WINDOWS = /[<>:"|?*]|[. ]$|^[. ]/;

/**
 * A file name that every customer's system can keep as it is. It is only ever shown and sent: where a file lies is decided
 * by its content (lib/storage), so a name that slipped through could not lead anywhere either.
 */
export function checkFileName(given: string): CheckedFileName {
  const fileName = given.normalize('NFC');
  const reason = problemOf(fileName);
  return reason === undefined ? { ok: true, fileName } : { ok: false, reason };
}

function problemOf(name: string): FileNameProblem | undefined {
  if (name.trim() === '') return 'file_name_empty';
  if (/[/\\]/.test(name) || name === '..') return 'file_name_path';
  if (INVISIBLE.test(name)) return 'file_name_invisible';
  if (Buffer.byteLength(name) > MOST_BYTES) return 'file_name_too_long';
  if (DEVICE.test(name) || NOT_ON_WINDOWS.test(name)) return 'file_name_reserved';
  return undefined;
}
