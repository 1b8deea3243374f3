import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { storeFacts } from '@/lib/settings/store-facts';
import { readStoreSettings } from '@/lib/settings/store-settings';
import { text } from '../../_texts/text';
import { Link } from '../../_ui/link';
import { PageHeader } from '../../_ui/page-header';
import { ArticleView } from '../article-view';
import { helpArticles } from '../articles';
import { splitArticle } from '../split-article';

type Props = { params: Promise<{ article: string }> };

// The store's own address and its settings stand in the text.
export const dynamic = 'force-dynamic';

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await articleOf(props))?.article.title };
}

/** Public: one help page, and the one to read next. */
export default async function ArticlePage(props: Props) {
  const found = await articleOf(props);
  if (!found) notFound();
  const { article, next } = found;
  const facts = { storeUrl: storeFacts().publicUrl, settings: await readStoreSettings() };
  return (
    <div className="flex flex-col gap-8">
      <p>
        <Link href="/help" className="link">
          {text('help.all')}
        </Link>
      </p>
      <PageHeader title={article.title} text={article.summary} />
      <ArticleView sections={splitArticle(article.body(facts))} />
      {next ? (
        <p className="border-line border-t pt-6">
          {text('help.readNext')}:{' '}
          <Link href={`/help/${next.slug}`} className="link">
            {next.title}
          </Link>
        </p>
      ) : null}
    </div>
  );
}

async function articleOf({ params }: Props) {
  const { article: slug } = await params;
  const at = helpArticles.findIndex((one) => one.slug === slug);
  const article = helpArticles[at];
  return article ? { article, next: helpArticles[at + 1] } : undefined;
}
