import { db } from '../db/client';

const MOST_TRIES = 50;

/** `slug` where no product has it, otherwise the first of `slug-2`, `slug-3` … that is free. */
export async function findFreeSlug(slug: string): Promise<string> {
  const rows = await db().product.findMany({
    where: { slug: { in: candidatesOf(slug) } },
    select: { slug: true },
  });
  const taken = new Set(rows.map((row) => row.slug));
  return candidatesOf(slug).find((candidate) => !taken.has(candidate)) ?? slug;
}

function candidatesOf(slug: string): string[] {
  return [slug, ...Array.from({ length: MOST_TRIES }, (_, index) => `${slug}-${index + 2}`)];
}
