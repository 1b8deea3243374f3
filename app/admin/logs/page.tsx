import { redirect } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/require-admin';

/** The logs begin with what is asked for most. */
export default async function LogsPage() {
  await requireAdmin('/admin/logs');
  redirect('/admin/logs/requests');
}
