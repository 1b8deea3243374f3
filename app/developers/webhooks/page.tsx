import type { Metadata } from 'next';
import { EVENT_KINDS, eventJsonSchema } from '@/lib/webhooks/event-types';
import { text } from '../../_texts/text';
import { PageHeader } from '../../_ui/page-header';
import { Table } from '../../_ui/table';
import { ArticleView, Code } from '../../help/article-view';
import { splitArticle } from '../../help/split-article';
import { VERIFY_JS, VERIFY_PHP } from './samples';

export const metadata: Metadata = { title: text('docs.webhooksTitle') };

/** Public: what receivers of webhooks are sent, and how they know that it is from this store. */
export default function WebhooksPage() {
  const sections = splitArticle(text('docs.webhooksBody', { verifyJs: VERIFY_JS, verifyPhp: VERIFY_PHP }));
  return (
    <div className="flex flex-col gap-8">
      <PageHeader title={text('docs.webhooksTitle')} text={text('docs.webhooksText')} />
      <ArticleView sections={sections} more={[{ id: 'events', title: text('docs.eventsTitle') }]}>
        <section aria-labelledby="events" className="flex flex-col gap-4">
          <h2 id="events" className="scroll-mt-24 text-xl">
            {text('docs.eventsTitle')}
          </h2>
          <Events />
        </section>
      </ArticleView>
    </div>
  );
}

function Events() {
  return (
    <Table
      caption={text('docs.eventsCaption')}
      columns={[
        { key: 'event', header: text('docs.event') },
        { key: 'when', header: text('docs.eventWhen') },
      ]}
      rows={EVENT_KINDS.map((kind) => {
        const name = text('docs.schema', { type: kind.type });
        return {
          id: kind.type,
          cells: { event: <span className="whitespace-nowrap font-mono text-sm">{kind.type}</span>, when: kind.about },
          detail: (
            <details>
              <summary className="link inline-block text-sm">{name}</summary>
              <div className="pt-2">
                <Code name={name} code={JSON.stringify(eventJsonSchema(kind), null, 2)} />
              </div>
            </details>
          ),
        };
      })}
    />
  );
}
