import { looksLikeKey } from './list-view';

const DEVELOPER_KEYS = '/admin/api-keys';
const LIST = /^\/admin\/[a-z-]+(?:\/[a-z-]+)?$/;

/** The address of a list with a searched text. `list` is what the form sent: the list's own address, or anything. */
export function searchHref(list: string, typed: string): string {
  const { path, params } = readList(list);
  const text = typed.replaceAll('\0', '').trim().slice(0, 200);
  const shown = path === DEVELOPER_KEYS ? shownPartOf(text) : undefined;
  if (shown !== undefined) params.set('q', shown);
  else if (looksLikeKey(text)) params.set('note', 'key_unknown');
  else if (text) params.set('q', text);
  return params.size > 0 ? `${path}?${params}` : path;
}

/**
 * What lists may show of a pasted developer key, without the letters that tell its kind: the first six characters of its
 * random part, or a whole access key id, which is public. The rest of it must not reach an address.
 */
function shownPartOf(text: string): string | undefined {
  return /^lk[sx]_([0-9A-Za-z]{6})/.exec(text)?.[1] ?? /^lka_([0-9A-Za-z]{20})$/.exec(text)?.[1];
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
