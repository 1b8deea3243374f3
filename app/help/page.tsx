import type { Metadata } from 'next';
import { text } from '../_texts/text';
import { Link } from '../_ui/link';
import { PageHeader } from '../_ui/page-header';
import { type HelpArticle, helpArticles } from './articles';

export const metadata: Metadata = { title: text('help.title') };

/** Public: the help pages. */
export default function HelpPage() {
  return (
    <div className="flex flex-col gap-8">
      <PageHeader title={text('help.title')} text={text('help.text')} />
      <Articles group="bought" />
      <Articles group="developerKeys" />
    </div>
  );
}

function Articles({ group }: { group: HelpArticle['group'] }) {
  return (
    <section aria-labelledby={group} className="flex flex-col gap-3">
      <h2 id={group} className="text-xl">
        {text(`help.${group}`)}
      </h2>
      <ul className="grid grid-cols-1 gap-x-12 sm:grid-cols-2">
        {helpArticles
          .filter((article) => article.group === group)
          .map(({ slug, title, summary }) => (
            <li key={slug} className="flex flex-col gap-1 border-line border-t py-5">
              <h3 className="text-lg">
                <Link href={`/help/${slug}`} className="link">
                  {title}
                </Link>
              </h3>
              <p className="max-w-text text-muted">{summary}</p>
            </li>
          ))}
      </ul>
    </section>
  );
}
