import { settings as words } from '../../_texts/en/settings';

const GROUPS = [
  'keys',
  'store',
  'client',
  'downloads',
  'dropbox',
  'mail',
  'payments',
  'renewals',
  'time',
  'log',
] as const;

/** The groups of the page. */
export function SettingsNav() {
  return (
    <nav aria-label={words.onThisPage}>
      <ul className="flex flex-wrap gap-2">
        {GROUPS.map((group) => (
          <li key={group}>
            <a
              href={`#${group}`}
              className="inline-flex min-h-9 items-center rounded-sm border border-line bg-raised px-3 text-sm transition-colors hover:border-edge"
            >
              {words[`group.${group}`]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
