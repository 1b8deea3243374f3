import { isIP } from 'node:net';
import { isLoggedInstance } from '@/lib/request-log/list-calls';
import { readRequestId } from '@/lib/request-log/request-id';
import { keyHint } from '@/lib/secrets/key-format';
import { looksLikeKey } from '../../_list/list-view';
import { searchHref } from '../../_list/search-href';

export const CALLS_PATH = '/admin/logs/requests';

// Shorter ones show nothing of themselves in their hint, and are known to the store or to nobody.
const SHORTEST_KEY = 12;
// As it stands in the list.
const HINT = /^(lk[a-z]_)?….{0,4}$/;

/**
 * Where a search of the calls leads. A key becomes its hint, also one that the store does not know: the calls with a wrong
 * key are what is looked for. A long text that is neither an address, nor a host, nor a request id, nor an instance that
 * ever called, may be such a key.
 */
export async function callSearchHref(list: string, typed: string, isKnownKey: boolean): Promise<string> {
  const text = typed.replaceAll('\0', '').trim();
  if (HINT.test(text)) return withKey(list, { key: text });
  if (!isKnownKey && !looksLikeKey(text) && !(await mayBeForeignKey(text))) return searchHref(list, text);
  return withKey(list, { key: keyHint(text), note: isKnownKey ? 'key_found' : 'key_unknown' });
}

function withKey(list: string, said: { key: string; note?: string }): string {
  const href = new URL(searchHref(list, ''), 'http://store');
  for (const [name, value] of Object.entries(said)) href.searchParams.set(name, value);
  return `${href.pathname}${href.search}`;
}

async function mayBeForeignKey(text: string): Promise<boolean> {
  if (text.length < SHORTEST_KEY || isIP(text) || readRequestId(text) || /[\s./:@…]/.test(text)) return false;
  return !(await isLoggedInstance(text));
}
