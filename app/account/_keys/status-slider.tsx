'use client';

import { keyDesk as words } from '../../_texts/en/key-desk';
import { fillText } from '../../_texts/fill-text';
import { useDesk } from './desk-context';
import type { DeskKey } from './desk-key';

/** On or off. It only asks: the state changes after the question is answered, and the slider with it. */
export function StatusSlider({ of: key }: { of: DeskKey }) {
  const { ask } = useDesk();
  const isOn = key.state === 'active';
  return (
    <button
      type="button"
      role="switch"
      aria-checked={isOn}
      aria-label={fillText(words.statusOf, { name: key.name })}
      onClick={() => ask({ what: isOn ? 'disable' : 'activate', key })}
      className="inline-flex min-h-8 items-center gap-2.5 rounded-sm"
    >
      <span
        aria-hidden="true"
        className={`inline-flex h-6 w-11 shrink-0 items-center rounded-full border transition-colors ${
          isOn ? 'justify-end border-ink bg-ink' : 'justify-start border-edge bg-sunken'
        }`}
      >
        <span className={`mx-[3px] size-4 rounded-full ${isOn ? 'bg-paper' : 'bg-edge'}`} />
      </span>
      <span aria-hidden="true" className="text-sm">
        {isOn ? words.active : words.disabled}
      </span>
    </button>
  );
}
