/**
 * JSON as PHP's json_encode writes it: slashes escaped, everything beyond ASCII as \uXXXX (wc-am.md 1.2). Clients of other
 * makes compare bodies as text.
 */
export function phpJson(value: unknown): string {
  const json = JSON.stringify(value).replaceAll('/', '\\/');
  if (!BEYOND_ASCII.test(json)) return json;
  return json.replace(EACH_BEYOND_ASCII, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const BEYOND_ASCII = /[\u0080-\uffff]/;
const EACH_BEYOND_ASCII = /[\u0080-\uffff]/g;
