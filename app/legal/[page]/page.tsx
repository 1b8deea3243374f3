import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { rememberHtml } from '@/lib/catalog/remember-html';
import { renderMarkdown } from '@/lib/catalog/render-markdown';
import { isLegalPage, readLegalPage } from '@/lib/settings/legal-pages';
import { text } from '../../_texts/text';
import { DateTime } from '../../_ui/date-time';
import { PageHeader } from '../../_ui/page-header';

type Props = { params: Promise<{ page: string }> };

const legalHtml = rememberHtml((markdown) => raised(renderMarkdown(markdown)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { page } = await params;
  return isLegalPage(page) ? { title: text(`legal.title.${page}`) } : {};
}

/** Public: what the owner wrote; nothing is here until they did. */
export default async function LegalPageView({ params }: Props) {
  const { page } = await params;
  const written = isLegalPage(page) ? await readLegalPage(page) : undefined;
  if (!isLegalPage(page) || !written) notFound();
  return (
    <article className="flex flex-col gap-6">
      <PageHeader title={text(`legal.title.${page}`)} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: renderMarkdown lets nothing through but plain tags */}
      <div className="prose" dangerouslySetInnerHTML={{ __html: legalHtml(written.markdown) }} />
      <p className="border-line border-t pt-4 text-muted text-sm">
        {text('legal.asOf')} <DateTime at={written.updatedAt} />
      </p>
    </article>
  );
}

// A product's text stands below a section of its page, so it begins at h3; this one stands right below the title. Within the
// text every bracket is escaped, so only tags are met.
function raised(html: string): string {
  return html.replace(/<(\/?)h([34])>/g, (_tag, slash: string, level: string) => `<${slash}h${Number(level) - 1}>`);
}
