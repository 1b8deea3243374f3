import { settings as words } from '../../_texts/en/settings';
import { LinkButton } from '../../_ui/link-button';
import { LineRow } from './line-row';
import { type SectionProps, SettingsSection } from './settings-section';

const ELSEWHERE = [
  { href: '/admin/settings/legal', label: words.legalLink, text: words.legalLinkText },
  { href: '/admin/settings/team', label: words.teamLink, text: words.teamLinkText },
];

/** What the store is called and where buyers reach its owner; with the ways to its legal pages and its team. */
export function StoreSection(section: SectionProps) {
  return (
    <SettingsSection id="store" title={words.storeTitle} text={words.storeText}>
      <LineRow {...section} id="storeName" />
      <LineRow {...section} id="supportAddress" />
      <LineRow {...section} id="dateFormat" />
      {ELSEWHERE.map(({ href, label, text }) => (
        <div key={href} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-5">
          <p className="max-w-text text-muted text-sm">{text}</p>
          <LinkButton href={href} variant="secondary">
            {label}
          </LinkButton>
        </div>
      ))}
    </SettingsSection>
  );
}
