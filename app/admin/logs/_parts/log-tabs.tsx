import { text } from '../../../_texts/text';
import { PageTabs } from '../../../_ui/page-tabs';

const TABS = [
  { href: '/admin/logs/requests', label: text('logs.requests') },
  { href: '/admin/mail', label: text('logs.mails') },
  { href: '/admin/logs/events', label: text('logs.events') },
  { href: '/admin/logs/audit', label: text('logs.audit') },
] as const;

/** The way between the logs. */
export function LogTabs({ current }: { current: (typeof TABS)[number]['href'] }) {
  return <PageTabs label={text('logs.pages')} tabs={TABS} current={current} />;
}
