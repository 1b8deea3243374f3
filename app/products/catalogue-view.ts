/** What the catalogue's address says. */
export type CatalogueView = {
  query?: string | undefined;
  category?: string | undefined;
  platform?: string | undefined;
};

export type SearchParams = Record<string, string | string[] | undefined>;

/** Reads a view from an address; of a repeated parameter the first counts. */
export function catalogueView(params: SearchParams): CatalogueView {
  return { query: one(params.q)?.trim(), category: one(params.category), platform: one(params.platform) };
}

/** The address of a view. */
export function catalogueHref({ query, category, platform }: CatalogueView): string {
  const params = new URLSearchParams();
  if (query) params.set('q', query);
  if (category) params.set('category', category);
  if (platform) params.set('platform', platform);
  return params.size > 0 ? `/products?${params}` : '/products';
}

/** The first value of a parameter. */
export function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
