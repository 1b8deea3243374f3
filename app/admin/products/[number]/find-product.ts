import { notFound } from 'next/navigation';
import { cache } from 'react';
import { readAdminProduct } from '@/lib/catalog/read-admin-product';

/** The product of the address, read once for the frame and the page in it; "not found" for any other text. */
export const findProduct = cache(async (number: string) => (await readAdminProduct(number)) ?? notFound());
