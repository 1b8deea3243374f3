import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { explain } from '@/lib/protocols/wc-am/handle';
import { storeFacts } from '@/lib/settings/store-facts';
import { readStoreSettings } from '@/lib/settings/store-settings';
import { type TextKey, text } from '../../../_texts/text';
import { Link } from '../../../_ui/link';
import { Notice } from '../../../_ui/notice';
import { PageHeader } from '../../../_ui/page-header';
import { Prose } from '../../../help/article-view';
import { Actions } from './actions';
import { Addresses, Aliases, KeyKinds } from './addresses';
import { Mapping } from './mapping';
import { Refusals } from './refusals';

export const metadata: Metadata = { title: text('compat.title') };
// The store's own address and wording stand in the examples.
export const dynamic = 'force-dynamic';

const PLACES = ['addresses', 'parameters', 'actions', 'refusals', 'keys', 'mapping', 'differences'] as const;

/** Public: what installed client software of WooCommerce API Manager may send here, and what it is told. */
export default async function CompatPage() {
  const { publicUrl } = storeFacts();
  const { messageProfile } = await readStoreSettings();
  const protocol = explain(publicUrl);
  return (
    <div className="flex flex-col gap-12">
      <PageHeader title={text('compat.title')} text={text('compat.intro')} />
      <Notice>
        {text('compat.forNew')}{' '}
        <Link href="/developers/api" className="link">
          {text('developers.apiTitle')}
        </Link>
        {'. '}
        {text('compat.forNewText')}
      </Notice>
      <nav aria-label={text('help.onThisPage')} className="flex flex-wrap gap-x-4 gap-y-2">
        {PLACES.map((place) => (
          <a key={place} href={`#${place}`} className="link inline-flex min-h-6 items-center">
            {text(`compat.${place}`)}
          </a>
        ))}
      </nav>
      <Part id="addresses" about="compat.addressesText">
        <Addresses protocol={protocol} storeUrl={publicUrl} />
      </Part>
      <Part id="parameters">
        <Prose markdown={text('compat.parametersBody')} />
        <Aliases protocol={protocol} />
      </Part>
      <Part id="actions" about="compat.actionsText">
        <Actions actions={protocol.actions} storeUrl={publicUrl} />
      </Part>
      <Part id="refusals" about="compat.refusalsText">
        <Refusals protocol={protocol} profile={messageProfile} />
      </Part>
      <Part id="keys">
        <KeyKinds />
      </Part>
      <Part id="mapping" about="compat.mappingText">
        <Mapping actions={protocol.actions} />
      </Part>
      <Part id="differences">
        <Prose markdown={text('compat.differencesBody')} />
      </Part>
    </div>
  );
}

type PartProps = { id: (typeof PLACES)[number]; about?: TextKey; children: ReactNode };

function Part({ id, about, children }: PartProps) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4">
      <h2 id={id} className="scroll-mt-24 text-xl">
        {text(`compat.${id}`)}
      </h2>
      {about ? <p className="max-w-text">{text(about)}</p> : null}
      {children}
    </section>
  );
}
