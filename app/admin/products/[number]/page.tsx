import { redirect } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/require-admin';
import { findProduct } from './find-product';

/** A product's own address leads to its first tab. */
export default async function ProductPage({ params }: { params: Promise<{ number: string }> }) {
  await requireAdmin('/admin/products');
  const { number } = await findProduct((await params).number);
  redirect(`/admin/products/${number}/sale`);
}
