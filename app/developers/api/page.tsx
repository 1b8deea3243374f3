import type { Metadata } from 'next';
import Link from 'next/link';
import { explainProblems } from '@/lib/protocols/v1/handle';
import { storeFacts } from '@/lib/settings/store-facts';
import { type TextKey, text } from '../../_texts/text';
import { PageHeader } from '../../_ui/page-header';
import { Table } from '../../_ui/table';
import { CallExamples } from './call-examples';

export const metadata: Metadata = { title: text('developers.apiTitle') };
// The store's own address stands in the examples.
export const dynamic = 'force-dynamic';

const notes: { title: TextKey; paragraphs: TextKey[] }[] = [
  { title: 'developers.onceTitle', paragraphs: ['developers.onceText'] },
  { title: 'developers.limitsTitle', paragraphs: ['developers.limitsText'] },
];

/** Public: how client software speaks with this store. */
export default function ClientApiPage() {
  return (
    <div className="flex flex-col gap-10">
      <PageHeader title={text('developers.apiTitle')} text={text('developers.apiText')} />
      <Note title="developers.keyTitle" paragraphs={['developers.keyText', 'developers.productText']} />
      <section className="flex flex-col gap-4">
        <h2 className="text-xl">{text('developers.callsTitle')}</h2>
        <CallExamples storeUrl={storeFacts().publicUrl} />
      </section>
      {notes.map((note) => (
        <Note key={note.title} {...note} />
      ))}
      <section className="flex flex-col gap-4">
        <Note title="developers.problemsTitle" paragraphs={['developers.problemsText', 'developers.requestIdText']} />
        <Problems />
      </section>
    </div>
  );
}

function Note({ title, paragraphs }: { title: TextKey; paragraphs: TextKey[] }) {
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-xl">{text(title)}</h2>
      {paragraphs.map((paragraph) => (
        <p key={paragraph} className="max-w-text">
          {text(paragraph)}
        </p>
      ))}
    </section>
  );
}

function Problems() {
  return (
    <Table
      caption={text('developers.problemsTitle')}
      columns={[
        { key: 'reason', header: text('developers.reason') },
        { key: 'status', header: text('developers.statusColumn') },
        { key: 'meaning', header: text('developers.meaning') },
      ]}
      rows={explainProblems().map(({ reason, status, title }) => ({
        id: reason,
        cells: {
          reason: (
            <Link href={`/developers/errors/${reason}`} className="break-all font-mono text-sm underline">
              {reason}
            </Link>
          ),
          status,
          meaning: title,
        },
      }))}
    />
  );
}
