import type { Metadata } from 'next';
import Link from 'next/link';
import { requireAdmin } from '@/lib/auth/require-admin';
import { text } from '../_texts/text';
import { PageHeader } from '../_ui/page-header';
import { adminPages } from './admin-pages';

export const metadata: Metadata = { title: text('admin.title') };

/** Where an admin begins: what can be done here today. */
export default async function AdminHomePage() {
  await requireAdmin();
  return (
    <>
      <PageHeader title={text('admin.homeTitle')} text={text('admin.homeText')} />
      <ul className="flex flex-col border-line border-b">
        {adminPages.map((page) => (
          <li key={page.href} className="relative border-line border-t py-4 transition-colors hover:bg-sunken">
            <Link href={page.href} className="font-medium after:absolute after:inset-0 after:content-['']">
              {page.label}
            </Link>
            <p className="text-muted">{page.about}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
