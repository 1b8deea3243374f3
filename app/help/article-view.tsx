import { renderMarkdown } from '@/lib/catalog/render-markdown';
import { text } from '../_texts/text';
import { CopyButton } from '../_ui/copy-button';
import type { ArticlePart, ArticleSection } from './split-article';

/** An article: its sections in one column, and the way to each of them beside it. */
export function ArticleView({ sections }: { sections: ArticleSection[] }) {
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_14rem]">
      <OnThisPage sections={sections} />
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
      </div>
    </div>
  );
}

function OnThisPage({ sections }: { sections: ArticleSection[] }) {
  return (
    <nav
      aria-label={text('help.onThisPage')}
      className="border-line border-s-2 ps-4 lg:sticky lg:top-24 lg:order-last lg:self-start"
    >
      <p className="text-muted text-sm">{text('help.onThisPage')}</p>
      <ul className="flex flex-col">
        {sections.map(({ id, title }) => (
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
  // Our own words; renderMarkdown lets nothing through but plain tags.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned by renderMarkdown
  return <div className="prose" dangerouslySetInnerHTML={{ __html: renderMarkdown(part.markdown) }} />;
}

/** A piece of code that scrolls in itself and is copied in one press. */
function Code({ code, name }: { code: string; name: string }) {
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
