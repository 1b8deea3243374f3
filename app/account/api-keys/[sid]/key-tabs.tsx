'use client';

import { usePathname } from 'next/navigation';
import { PageTabs } from '../../../_ui/page-tabs';

/** The way between the parts of a key. */
export function KeyTabs({ label, tabs }: { label: string; tabs: { href: string; label: string }[] }) {
  return <PageTabs label={label} tabs={tabs} current={usePathname()} />;
}
