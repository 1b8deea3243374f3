// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what no text may hold.
const CONTROL = /[\u0000-\u001f\u007f]/;

/** Why a text cannot be taken exactly as it is; undefined when it can. Length counts code points, as the database does. */
export function faultOf(text: string, atMost: number): string | undefined {
  // The replacement character is what invalid UTF-8 was read as.
  if (!text.isWellFormed() || text.includes('\ufffd')) return 'is not valid Unicode';
  if (CONTROL.test(text)) return 'holds control characters';
  if (text !== text.trim()) return 'begins or ends with white space';
  return text.length > atMost && [...text].length > atMost ? `is longer than ${atMost} characters` : undefined;
}

/** Whether a foreign object has a text of its own under a name. */
export function hasOwnText<Name extends string>(
  value: Record<string, unknown>,
  name: Name,
): value is Record<Name, string> {
  return Object.hasOwn(value, name) && typeof value[name] === 'string';
}
