import { looksLikeKey } from './list-view';

const LIST = /^\/admin\/[a-z-]+(?:\/[a-z-]+)?$/;

/** The address of a list with a searched text. `list` is what the form sent: the list's own address, or anything. */
export function searchHref(list: string, typed: string): string {
  const { path, params } = readList(list);
  const text = typed.replaceAll('\0', '').trim().slice(0, 200);
  if (looksLikeKey(text)) params.set('note', 'key_unknown');
  else if (text) params.set('q', text);
  return params.size > 0 ? `${path}?${params}` : path;
}

/** The path of the list that a form came from, without filters; `/admin` for anything that is no list of ours. */
export function listPath(list: string): string {
  return readList(list).path;
}

function readList(list: string): { path: string; params: URLSearchParams } {
  const [path = '', query = ''] = list.split('?', 2);
  if (!LIST.test(path)) return { path: '/admin', params: new URLSearchParams() };
  const params = new URLSearchParams(query);
  for (const name of ['q', 'after', 'before', 'change', 'note']) params.delete(name);
  return { path, params };
}
