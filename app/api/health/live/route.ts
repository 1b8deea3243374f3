/** Public: the process answers. Nothing else is asked: a store without its database is alive, only not ready. */
export function GET(): Response {
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
}
