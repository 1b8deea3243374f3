import { text } from '../../../_texts/text';
import { PageTabs } from '../../../_ui/page-tabs';
import { systemPages } from './system-pages';

/** The way between the pages about the store itself. */
export function SystemTabs({ current }: { current: (typeof systemPages)[number]['href'] }) {
  return <PageTabs label={text('system.tabs')} tabs={systemPages} current={current} />;
}
