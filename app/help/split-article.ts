export type ArticlePart = { kind: 'prose'; markdown: string } | { kind: 'code'; code: string };

/** A section of an article under its own heading, with the place it has in the page's address. */
export type ArticleSection = { id: string; title: string; parts: ArticlePart[] };

/** An article's Markdown by its headings (`## …`), and within them prose apart from code, which gets a button to copy it. */
export function splitArticle(markdown: string): ArticleSection[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [title = '', ...lines] = section.split('\n');
      return { id: idOf(title), title, parts: partsOf(lines.join('\n')) };
    });
}

function partsOf(markdown: string): ArticlePart[] {
  // Between two fences stands code, its language on the first line.
  return markdown.split(/^```/m).flatMap((text, index): ArticlePart[] => {
    const isCode = index % 2 === 1;
    const part = isCode ? text.slice(text.indexOf('\n') + 1).trimEnd() : text.trim();
    if (part === '') return [];
    return [isCode ? { kind: 'code', code: part } : { kind: 'prose', markdown: part }];
  });
}

function idOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
