import { text } from '../../_texts/text';

const places = [
  { href: '#licence-keys', label: text('apiKeys.licenceTitle') },
  { href: '#developer-keys', label: text('apiKeys.title') },
];

/** The two halves of the page. */
export function JumpLinks() {
  return (
    <nav aria-label={text('apiKeys.halves')} className="no-print flex gap-4">
      {places.map(({ href, label }) => (
        <a key={href} href={href} className="link">
          {label}
        </a>
      ))}
    </nav>
  );
}
