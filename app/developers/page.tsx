import type { Metadata } from 'next';
import { storeFacts } from '@/lib/settings/store-facts';
import { text } from '../_texts/text';
import { Link } from '../_ui/link';
import { PageHeader } from '../_ui/page-header';
import { Code, Prose } from '../help/article-view';

export const metadata: Metadata = { title: text('docs.startTitle') };
// The store's own address stands in the example.
export const dynamic = 'force-dynamic';

const ways = [
  { href: '/developers/reference', title: text('docs.way.reference'), about: text('docs.way.referenceText') },
  { href: '/developers/api', title: text('docs.way.client'), about: text('docs.way.clientText') },
  { href: '/developers/api/compat', title: text('docs.way.compat'), about: text('docs.way.compatText') },
  { href: '/developers/webhooks', title: text('docs.way.webhooks'), about: text('docs.way.webhooksText') },
  {
    href: '/developers/admin-by-key',
    title: text('docs.way.adminByKey'),
    about: text('docs.way.adminByKeyText'),
  },
  { href: '/openapi.json', title: text('docs.way.openapi'), about: text('docs.way.openapiText') },
  { href: '/postman.json', title: text('docs.way.postman'), about: text('docs.way.postmanText') },
  { href: '/gitleaks.toml', title: text('docs.way.scanner'), about: text('docs.way.scannerText') },
  { href: '/help', title: text('docs.way.help'), about: text('docs.way.helpText') },
];

/** Public: where a developer begins. */
export default function DevelopersPage() {
  return (
    <div className="flex flex-col gap-12">
      <PageHeader title={text('docs.startTitle')} text={text('docs.startText')} />
      <FirstCall />
      <section aria-labelledby="ways" className="flex flex-col gap-4">
        <h2 id="ways" className="text-xl">
          {text('docs.waysTitle')}
        </h2>
        <ul className="grid grid-cols-1 gap-x-12 sm:grid-cols-2">
          {ways.map(({ href, title, about }) => (
            <li key={href} className="flex flex-col gap-1 border-line border-t py-5">
              <h3 className="text-lg">
                <Way href={href} title={title} />
              </h3>
              <p className="max-w-text text-muted">{about}</p>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="rules" className="flex flex-col gap-4">
        <h2 id="rules" className="text-xl">
          {text('docs.rulesTitle')}
        </h2>
        <Prose markdown={text('docs.rulesBody')} />
      </section>
    </div>
  );
}

function FirstCall() {
  const line = `curl ${storeFacts().publicUrl}/api/v1/whoami -H "Authorization: Bearer $LATCHKEY_API_KEY"`;
  return (
    <section aria-labelledby="first" className="flex flex-col gap-4">
      <h2 id="first" className="text-xl">
        {text('docs.firstTitle')}
      </h2>
      <p className="max-w-text">{text('docs.firstText')}</p>
      <Code name={text('docs.firstCode')} code={line} />
      <p className="max-w-text">{text('docs.firstAnswer')}</p>
      <p className="flex flex-wrap gap-x-6 gap-y-1">
        <Link href="/account/api-keys" className="link">
          {text('docs.firstKeys')}
        </Link>
        <Link href="/help/api-keys" className="link">
          {text('docs.firstHelp')}
        </Link>
      </p>
    </section>
  );
}

/** A document for machines is a file, not a page: the browser itself must ask for it. */
function Way({ href, title }: { href: string; title: string }) {
  if (/\.(json|toml)$/.test(href)) {
    return (
      <a href={href} className="link">
        {title}
      </a>
    );
  }
  return (
    <Link href={href} className="link">
      {title}
    </Link>
  );
}
