/** Texts kept with their HTML; a store's own pages and newest changelogs are far fewer. */
const ROOM = 1_000;

/**
 * A renderer that does each text once: a page of Markdown takes milliseconds, during which no other call is answered, and
 * anybody may ask for it. The text itself is the key, so a changed text is a new one.
 */
export function rememberHtml(render: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const html = render(text);
    const [oldest] = known.keys();
    if (known.size >= ROOM && oldest !== undefined) known.delete(oldest);
    known.set(text, html);
    return html;
  };
}
