'use client';

import type { KeyValue } from '@/lib/access-keys/key-view';
import { keyDesk as words } from '../../_texts/en/key-desk';
import { fillText } from '../../_texts/fill-text';
import { buttonClass } from '../../_ui/button-look';
import { spokenKey } from '../../_ui/key-groups';
import { KeyText } from '../../_ui/key-text';
import { useCopy } from '../../_ui/use-copy';
import { type ValuePart, valueParts } from './value-parts';

/** The texts of a key in clear, each with a button that copies it. */
export function ValueList({ value }: { value: KeyValue }) {
  return (
    <dl className="flex flex-col gap-4">
      {valueParts(value).map((part) => (
        <Part key={part.variable} part={part} />
      ))}
    </dl>
  );
}

function Part({ part: { label, value, variable } }: { part: ValuePart }) {
  const [state, copy] = useCopy();
  const said = state === 'copied' ? words.copied : state === 'failed' ? words.copyFailed : '';
  return (
    <div className="flex flex-col gap-1.5">
      <dt className="font-medium">{label}</dt>
      <dd className="flex flex-col gap-2">
        <span
          data-key-value={variable}
          className="block rounded-md border border-line bg-sunken px-4 py-3 font-mono text-sm"
        >
          <span className="sr-only">{spokenKey(value)}</span>
          <span aria-hidden="true">
            <KeyText value={value} />
          </span>
        </span>
        <span className="flex flex-wrap items-center gap-3">
          <button
            type="button"
            aria-label={fillText(words.copyValue, { name: label })}
            onClick={() => copy(value)}
            className={buttonClass({ variant: 'secondary', size: 'small' })}
          >
            {words.copy}
          </button>
          <span role="status" className="text-muted text-sm">
            {said}
          </span>
        </span>
      </dd>
    </div>
  );
}
