import { redirect } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/require-admin';

/** Webhooks begin with who is told. */
export default async function WebhooksPage() {
  await requireAdmin('/admin/webhooks/out');
  redirect('/admin/webhooks/out');
}
