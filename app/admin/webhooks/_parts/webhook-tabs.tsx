import { text } from '../../../_texts/text';
import { PageTabs } from '../../../_ui/page-tabs';

const TABS = [
  { href: '/admin/webhooks/out', label: text('webhooks.tab.out') },
  { href: '/admin/webhooks/deliveries', label: text('webhooks.tab.deliveries') },
  { href: '/admin/webhooks/in', label: text('webhooks.tab.in') },
] as const;

/** The way between the pages about webhooks. */
export function WebhookTabs({ current }: { current: (typeof TABS)[number]['href'] }) {
  return <PageTabs label={text('webhooks.pages')} tabs={TABS} current={current} />;
}
