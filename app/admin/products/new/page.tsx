import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { text } from '../../../_texts/text';
import { LinkButton } from '../../../_ui/link-button';
import { PageHeader } from '../../../_ui/page-header';
import { NewProductForm } from './new-product-form';

export const metadata: Metadata = { title: text('editor.newTitle') };

/** Begins a product as a draft with its first plan. */
export default async function NewProductPage() {
  await requireAdmin('/admin/products/new');
  return (
    <>
      <PageHeader
        title={text('editor.newTitle')}
        text={text('editor.newText')}
        actions={
          <LinkButton href="/admin/products" variant="secondary" size="small">
            {text('products.all')}
          </LinkButton>
        }
      />
      <NewProductForm />
    </>
  );
}
