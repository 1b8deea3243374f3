import type { KeyValue } from '@/lib/access-keys/key-view';
import { keyDesk as words } from '../../_texts/en/key-desk';

/** One text of a key's value: what it is called here, and as a variable of a program's environment. */
export type ValuePart = { label: string; variable: string; value: string };

/** A value as its texts: one, or of a pair two. */
export function valueParts(value: KeyValue): ValuePart[] {
  if (value.kind !== 'pair') return [{ label: words.key, variable: 'LATCHKEY_API_KEY', value: value.key }];
  return [
    { label: words.accessKey, variable: 'LATCHKEY_ACCESS_KEY', value: value.accessKeyId },
    { label: words.accessSecret, variable: 'LATCHKEY_ACCESS_SECRET', value: value.accessSecret },
  ];
}

/** The same as a `.env` file. */
export function envFile(name: string, value: KeyValue): string {
  const title = name.replaceAll(/[\r\n]+/g, ' ');
  return [`# ${title}`, ...valueParts(value).map((part) => `${part.variable}=${part.value}`), ''].join('\n');
}
