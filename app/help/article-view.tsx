import type { ReactNode } from 'react';
import { renderMarkdown } from '@/lib/catalog/render-markdown';
import { text } from '../_texts/text';
import { CopyButton } from '../_ui/copy-button';
import type { ArticlePart, ArticleSection } from './split-article';

type ArticleViewProps = {
  sections: ArticleSection[];
  /** What follows the text, for example a table, and the headings in it. */
  children?: ReactNode;
  more?: { id: string; title: string }[];
};

/** An article: its sections in one column, and the way to each of them beside it. */
export function ArticleView({ sections, children, more = [] }: ArticleViewProps) {
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_14rem]">
      <OnThisPage places={[...sections, ...more]} />
      <div className="flex min-w-0 flex-col gap-10">
        {sections.map(({ id, title, parts }) => (
          <section key={id} aria-labelledby={id} className="flex flex-col gap-4">
            <h2 id={id} className="scroll-mt-24 text-xl">
              {title}
            </h2>
            {parts.map((part) => (
              <Part key={part.kind === 'code' ? part.code : part.markdown} part={part} section={title} />
            ))}
          </section>
        ))}
        {children}
      </div>
    </div>
  );
}

function OnThisPage({ places }: { places: { id: string; title: string }[] }) {
  return (
    <nav
      aria-label={text('help.onThisPage')}
      className="border-line border-s-2 ps-4 lg:sticky lg:top-24 lg:order-last lg:self-start"
    >
      <p className="text-muted text-sm">{text('help.onThisPage')}</p>
      <ul className="flex flex-col">
        {places.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} className="inline-flex min-h-8 items-center hover:underline">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Part({ part, section }: { part: ArticlePart; section: string }) {
  if (part.kind === 'code') return <Code code={part.code} name={text('help.code', { section })} />;
  return <Prose markdown={part.markdown} />;
}

/** Our own words in Markdown. */
export function Prose({ markdown }: { markdown: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: renderMarkdown lets nothing through but plain tags
  return <div className="prose" dangerouslySetInnerHTML={{ __html: renderMarkdown(markdown) }} />;
}

/** A piece of code that scrolls in itself and is copied in one press. */
export function Code({ code, name }: { code: string; name: string }) {
  return (
    <div className="relative max-w-3xl rounded-md border border-line bg-sunken">
      <section
        aria-label={name}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="overflow-x-auto rounded-md p-4 pe-14"
      >
        <pre className="font-mono text-sm">{code}</pre>
      </section>
      <div className="absolute end-2 top-2">
        <CopyButton name={name} value={code} />
      </div>
    </div>
  );
}
