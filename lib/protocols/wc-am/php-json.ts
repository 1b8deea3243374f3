/**
 * JSON as PHP's json_encode writes it: slashes escaped, everything beyond ASCII as \uXXXX (wc-am.md 1.2). Clients of other
 * makes compare bodies as text.
 */
export function phpJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!ESCAPED.test(json)) return json;
  return json.replace(/[/\u0080-\uffff]/g, (character) =>
    character === '/' ? '\\/' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const ESCAPED = /[/\u0080-\uffff]/;
