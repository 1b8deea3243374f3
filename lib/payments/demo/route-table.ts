import type { Double } from './double';

export type Call = { double: Double; id: string; params: URLSearchParams };
export type Route = { method: 'GET' | 'POST' | 'DELETE'; path: RegExp; answer(call: Call): object };

/** One endpoint: `:id` in the path is handed over. */
export function route(method: Route['method'], path: string, answer: Route['answer']): Route {
  return { method, path: new RegExp(`^/v1/${path.replace(':id', '(\\w+)')}$`), answer };
}

/** A page of a list, newest first, in Stripe's envelope. */
export function listOf<T extends { id: string }>(
  url: string,
  all: T[],
  page: { limit?: number | undefined; starting_after?: string | undefined },
) {
  const from = page.starting_after ? all.findIndex((entry) => entry.id === page.starting_after) + 1 : 0;
  const data = all.slice(from, from + (page.limit ?? 10));
  return { object: 'list' as const, url, has_more: from + data.length < all.length, data };
}
