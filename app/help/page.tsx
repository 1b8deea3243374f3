import type { Metadata } from 'next';
import Link from 'next/link';
import { text } from '../_texts/text';
import { PageHeader } from '../_ui/page-header';
import { helpArticles } from './articles';

export const metadata: Metadata = { title: text('help.title') };

/** Public: the help pages. */
export default function HelpPage() {
  return (
    <div className="flex flex-col gap-8">
      <PageHeader title={text('help.title')} text={text('help.text')} />
      <ul className="grid grid-cols-1 gap-x-12 sm:grid-cols-2">
        {helpArticles.map(({ slug, title, summary }) => (
          <li key={slug} className="flex flex-col gap-1 border-line border-t py-5">
            <h2 className="text-lg">
              <Link href={`/help/${slug}`} className="link">
                {title}
              </Link>
            </h2>
            <p className="max-w-text text-muted">{summary}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
