import type { Metadata } from 'next';
import { listProducts } from '@/lib/catalog/list-products';
import { explainProblems } from '@/lib/protocols/v1/handle';
import { storeFacts } from '@/lib/settings/store-facts';
import { type TextKey, text } from '../../_texts/text';
import { buttonClass } from '../../_ui/button-look';
import { Link } from '../../_ui/link';
import { LinkButton } from '../../_ui/link-button';
import { PageHeader } from '../../_ui/page-header';
import { Table } from '../../_ui/table';
import { CallExamples } from './call-examples';
import { sampleCalls } from './calls';
import { ProductChoice } from './product-choice';
import { Quickstart } from './quickstart';

export const metadata: Metadata = { title: text('developers.apiTitle') };

const notes: { title: TextKey; paragraphs: TextKey[] }[] = [
  { title: 'developers.onceTitle', paragraphs: ['developers.onceText'] },
  { title: 'developers.limitsTitle', paragraphs: ['developers.limitsText'] },
];

/** A store without products shows its samples all the same. */
const NO_PRODUCT = { number: 123, releases: [] };

type Props = { searchParams: Promise<{ product?: string | string[] }> };

/** Public: how client software speaks with this store, about a product that the reader chooses. */
export default async function ClientApiPage({ searchParams }: Props) {
  const { product: wanted } = await searchParams;
  const { products } = await listProducts();
  const chosen = products.find(({ number }) => String(number) === wanted) ?? products[0];
  const { number, releases } = chosen ?? NO_PRODUCT;
  const calls = sampleCalls(number, releases[0]?.version ?? '1.0.0');
  return (
    <div className="flex flex-col gap-10">
      <PageHeader title={text('developers.apiTitle')} text={text('developers.apiText')} actions={<OtherWays />} />
      <ProductChoice products={products} chosen={chosen} />
      <Quickstart product={number} />
      <Note title="developers.keyTitle" paragraphs={['developers.keyText', 'developers.productText']} />
      <section className="flex flex-col gap-4">
        <h2 className="text-xl">{text('developers.callsTitle')}</h2>
        <CallExamples calls={calls} storeUrl={storeFacts().publicUrl} />
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

function OtherWays() {
  return (
    <>
      <LinkButton href="/developers/api/compat" variant="secondary">
        {text('developers.compatLink')}
      </LinkButton>
      {/* No page: a link of the pages would try to load it as one. */}
      <a href="/postman.json" className={buttonClass({ variant: 'secondary' })}>
        {text('developers.postmanLink')}
      </a>
    </>
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
