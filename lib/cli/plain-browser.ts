import { formsOf, type HtmlForm } from './html-forms';

/** A page as a browser without scripts has it. */
export type Page = { url: URL; status: number; html: string; forms: HtmlForm[] };

export type PlainBrowser = {
  open(path: string): Promise<Page>;
  /** Sends a form of a page with some fields changed and, if named, one of its buttons pressed. */
  submit(page: Page, form: HtmlForm, values: Record<string, string>, button?: string): Promise<Page>;
};

const MOST_REDIRECTS = 10;
const WAIT_MS = 30_000;

/** A browser that follows links, keeps cookies and sends forms, and runs no script: the store's pages work without. */
export function plainBrowser(storeUrl: string): PlainBrowser {
  const cookies = new Map<string, string>();

  const request = async (url: URL, init: RequestInit): Promise<Page> => {
    let next = url;
    let how = init;
    for (let n = 0; n <= MOST_REDIRECTS; n++) {
      const response = await fetch(next, withHeaders(how, cookies, next));
      remember(cookies, response);
      const location = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || !location) {
        const html = await response.text();
        return { url: next, status: response.status, html, forms: formsOf(html) };
      }
      await response.body?.cancel();
      next = new URL(location, next);
      if (response.status !== 307 && response.status !== 308) how = { method: 'GET' };
    }
    throw new Error(`More than ${MOST_REDIRECTS} redirects from ${url.pathname}`);
  };

  return {
    open: (path) => request(new URL(path, storeUrl), { method: 'GET' }),
    submit: (page, form, values, button) => {
      const target = new URL(form.action || page.url.href, page.url);
      const fields = filledIn(form, values, button);
      if (form.method === 'get') {
        target.search = new URLSearchParams(fields).toString();
        return request(target, { method: 'GET' });
      }
      return request(target, {
        method: 'POST',
        body: form.isMultipart ? multipart(fields) : new URLSearchParams(fields),
      });
    },
  };
}

function filledIn(form: HtmlForm, values: Record<string, string>, button?: string): [string, string][] {
  const fields = form.fields.filter(([name]) => !(name in values));
  fields.push(...Object.entries(values));
  const pressed =
    button === undefined
      ? form.buttons[0]
      : form.buttons.find(({ text, value }) => value === button || text.startsWith(button));
  if (pressed?.name) fields.push([pressed.name, pressed.value]);
  return fields;
}

function multipart(fields: [string, string][]): FormData {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return body;
}

function withHeaders(init: RequestInit, cookies: Map<string, string>, url: URL): RequestInit {
  const headers: Record<string, string> = {
    accept: 'text/html',
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    'sec-fetch-site': 'same-origin',
  };
  if (init.method === 'POST') headers.origin = url.origin;
  return { ...init, headers, redirect: 'manual', signal: AbortSignal.timeout(WAIT_MS) };
}

function remember(cookies: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';');
    const name = pair.slice(0, pair.indexOf('='));
    const value = pair.slice(pair.indexOf('=') + 1);
    if (value === '' || /max-age=0/i.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  }
}
