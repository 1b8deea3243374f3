import { GET, POST } from '@/app/api/v1/[...call]/route';
import type { Door } from './client-lane';

/** Next's route handler of /api/v1, called as Next calls it. */
export const v1RouteDoor: Door = (target, init) => {
  const request = new Request(`http://store.example.test${target}`, init);
  return request.method === 'GET' ? GET(request) : POST(request);
};

/** A POST of /api/v1 with its key in the header, and any further headers. */
export function post(
  door: Door,
  call: string,
  body: unknown,
  { key, ...headers }: { key?: string; [header: string]: string } = {},
): Promise<Response> {
  return door(`/api/v1/${call}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** A GET of /api/v1. */
export function get(
  door: Door,
  call: string,
  { key, ...headers }: { key?: string; [header: string]: string } = {},
): Promise<Response> {
  return door(`/api/v1/${call}`, {
    headers: { ...(key === undefined ? {} : { authorization: `Bearer ${key}` }), ...headers },
  });
}
