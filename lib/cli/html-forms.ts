/** A form of a page as a browser without scripts would send it. */
export type HtmlForm = {
  action: string;
  method: 'get' | 'post';
  isMultipart: boolean;
  /** What is sent when nobody touches the form. Radio buttons and check boxes only when they are checked. */
  fields: [name: string, value: string][];
  /** Every name that a person could fill in or choose, with the values offered. */
  choices: { name: string; value: string }[];
  buttons: { name: string; value: string; text: string }[];
};

const FORM = /<form\b([^>]*)>([\s\S]*?)<\/form>/gi;
const CONTROL = /<(input)\b([^>]*)>|<(textarea|select)\b([^>]*)>([\s\S]*?)<\/\3>/gi;
const BUTTON = /<button\b([^>]*)>([\s\S]*?)<\/button>/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** The forms of an HTML page. Made for our own pages, whose markup React writes; not a parser for the wild. */
export function formsOf(html: string): HtmlForm[] {
  return [...html.matchAll(FORM)].map(([, attributes = '', body = '']) => {
    const form = attributesOf(attributes);
    const result: HtmlForm = {
      action: form.get('action') ?? '',
      method: form.get('method')?.toLowerCase() === 'post' ? 'post' : 'get',
      isMultipart: (form.get('enctype') ?? '').includes('multipart'),
      fields: [],
      choices: [],
      buttons: [...body.matchAll(BUTTON)].map(([, inner = '', text = '']) => buttonOf(attributesOf(inner), text)),
    };
    for (const [, input, inner, container, outer, content] of body.matchAll(CONTROL)) {
      addControl(result, input ?? container ?? '', attributesOf(inner ?? outer ?? ''), content ?? '');
    }
    return result;
  });
}

function addControl(form: HtmlForm, tag: string, attributes: Map<string, string>, content: string): void {
  const name = attributes.get('name');
  if (!name || attributes.has('disabled')) return;
  if (/^textarea$/i.test(tag)) add(form, name, decodeEntities(content), true);
  else if (/^select$/i.test(tag)) addSelect(form, name, content);
  else addInput(form, name, attributes);
}

function addInput(form: HtmlForm, name: string, attributes: Map<string, string>): void {
  const type = attributes.get('type') ?? 'text';
  const value = attributes.get('value') ?? (type === 'checkbox' ? 'on' : '');
  const isSent = type === 'radio' || type === 'checkbox' ? attributes.has('checked') : type !== 'submit';
  add(form, name, value, isSent);
}

function addSelect(form: HtmlForm, name: string, content: string): void {
  const options = [...content.matchAll(/<option\b([^>]*)>/gi)].map(([, inner = '']) => attributesOf(inner));
  const chosen = options.find((option) => option.has('selected')) ?? options[0];
  for (const option of options) form.choices.push({ name, value: option.get('value') ?? '' });
  if (chosen) form.fields.push([name, chosen.get('value') ?? '']);
}

function add(form: HtmlForm, name: string, value: string, isSent: boolean): void {
  form.choices.push({ name, value });
  if (isSent) form.fields.push([name, value]);
}

function buttonOf(attributes: Map<string, string>, html: string) {
  const text = decodeEntities(html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')).trim();
  return { name: attributes.get('name') ?? '', value: attributes.get('value') ?? '', text };
}

function attributesOf(text: string): Map<string, string> {
  const pairs = [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => {
    return [name.toLowerCase(), decodeEntities(double ?? single ?? bare ?? '')] as const;
  });
  return new Map(pairs);
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, decimal?: string, hex?: string, name = '') => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return ENTITIES[String(name).toLowerCase()] ?? whole;
  });
}
