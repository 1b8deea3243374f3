import type { DescribedOperation } from '@/lib/protocols/v1/manage/handle';

export type Answered =
  | { ok: true; status: number; milliseconds: number; headers: string; body: string }
  | { ok: false };

const MOST_SHOWN = 200_000;

/** Makes the call that a filled-in form describes, without cookies: a key is the only thing that this API looks at. */
export async function sendCall(
  { method, path, bodyKind }: Pick<DescribedOperation, 'method' | 'path' | 'bodyKind'>,
  form: FormData,
): Promise<Answered> {
  const startedAt = performance.now();
  const headers = new Headers();
  const key = textOf(form, 'key');
  if (key !== '') headers.set('authorization', `Bearer ${key}`);
  try {
    const response = await fetch(addressOf(path, form), {
      method,
      headers,
      credentials: 'omit',
      cache: 'no-store',
      ...bodyOf(bodyKind, form, headers),
    });
    const text = await response.text();
    return {
      ok: true,
      status: response.status,
      milliseconds: Math.round(performance.now() - startedAt),
      headers: [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n'),
      body: readable(text).slice(0, MOST_SHOWN),
    };
  } catch {
    return { ok: false };
  }
}

function addressOf(path: string, form: FormData): string {
  const query = new URLSearchParams();
  let filled = path;
  for (const [name, value] of form) {
    if (typeof value !== 'string' || value === '') continue;
    if (name.startsWith('path.')) filled = filled.replace(`{${name.slice(5)}}`, encodeURIComponent(value));
    if (name.startsWith('query.')) query.append(name.slice(6), value);
  }
  return query.size > 0 ? `${filled}?${query}` : filled;
}

function bodyOf(kind: DescribedOperation['bodyKind'], form: FormData, headers: Headers): { body?: BodyInit } {
  if (kind === 'none') return {};
  if (kind === 'file') {
    headers.set('content-type', 'application/octet-stream');
    const file = form.get('file');
    return file instanceof File ? { body: file } : {};
  }
  headers.set('content-type', 'application/json');
  return { body: textOf(form, 'body') };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
