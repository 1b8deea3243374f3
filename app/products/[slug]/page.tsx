import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readProduct } from '@/lib/catalog/read-product';
import { ProductView } from './product-view';

type ProductPageProps = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: ProductPageProps): Promise<Metadata> {
  const product = await readProduct((await params).slug);
  return product ? { title: product.title, description: product.tagline } : {};
}

/** Public: one product, its plans, its versions. */
export default async function ProductPage({ params }: ProductPageProps) {
  const product = await readProduct((await params).slug);
  if (!product) notFound();
  return <ProductView product={product} />;
}
