import { text } from '../../_texts/text';
import { PageTabs } from '../../_ui/page-tabs';

const TABS = [
  { href: '/admin/api-keys', label: text('keyAdmin.tab.keys') },
  { href: '/admin/api-keys/dead', label: text('keyAdmin.tab.dead') },
  { href: '/admin/api-keys/plans', label: text('keyAdmin.tab.plans') },
  { href: '/admin/api-keys/policy', label: text('keyAdmin.tab.policy') },
  { href: '/admin/api-keys/operations', label: text('keyAdmin.tab.operations') },
] as const;

/** The way between the pages about developer keys. */
export function KeyTabs({ current }: { current: (typeof TABS)[number]['href'] }) {
  return <PageTabs label={text('keyAdmin.tabs')} tabs={TABS} current={current} />;
}
