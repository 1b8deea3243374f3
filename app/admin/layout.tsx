import type { ReactNode } from 'react';
import { requireAdmin } from '@/lib/auth/require-admin';
import { text } from '../_texts/text';
import { SideNav } from '../_ui/side-nav';
import { Palette } from './_palette/palette';
import { adminPages } from './admin-pages';
import { systemPages } from './system/_parts/system-pages';

/** The frame of the admin pages. Each page asks for the admin itself as well: a layout is no lock. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  await requireAdmin();
  return (
    <div className="grid grid-cols-1 gap-x-12 gap-y-6 lg:grid-cols-[11rem_minmax(0,1fr)]">
      <div className="no-print flex flex-col gap-3">
        <p className="font-semibold">{text('admin.title')}</p>
        <Palette pages={[...adminPages, ...systemPages.slice(1)].map((page) => ({ group: 'pages', ...page }))} />
        <SideNav label={text('shell.nav.admin')} items={adminPages} />
      </div>
      <div className="flex min-w-0 flex-col gap-6">{children}</div>
    </div>
  );
}
