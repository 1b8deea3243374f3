import { type TextKey, text } from '../../_texts/text';
import { Link } from '../../_ui/link';
import { KEY_PLACEHOLDER } from './calls';

type Step = { title: TextKey; about: TextKey; href?: string; link?: TextKey };

const STEPS: Step[] = [
  { title: 'developers.step1', about: 'developers.step1Text', href: '/account/api-keys', link: 'developers.step1Link' },
  { title: 'developers.step2', about: 'developers.step2Text' },
  { title: 'developers.step3', about: 'developers.step3Text', href: '#activate', link: 'developers.activate' },
  { title: 'developers.step4', about: 'developers.step4Text', href: '#status', link: 'developers.status' },
  { title: 'developers.step5', about: 'developers.step5Text', href: '#updates', link: 'developers.updates' },
];

/** From nothing to licensed software in five steps. */
export function Quickstart({ product }: { product: number }) {
  const facts = { product: String(product), placeholder: KEY_PLACEHOLDER };
  return (
    <section aria-labelledby="quickstart" className="flex flex-col gap-4">
      <h2 id="quickstart" className="text-xl">
        {text('developers.quickTitle')}
      </h2>
      <ol className="grid gap-x-10 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
        {STEPS.map(({ title, about, href, link }, index) => (
          <li key={title} className="flex flex-col gap-1 border-line border-t pt-4">
            <h3 className="font-medium">{`${index + 1}. ${text(title)}`}</h3>
            <p className="max-w-text">{text(about, facts)}</p>
            {href !== undefined && link !== undefined ? (
              <p>
                <Link href={href} className="link inline-flex min-h-6 items-center">
                  {text(link)}
                </Link>
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
