'use client';

import { Check, Copy } from 'lucide-react';
import { ui } from '../_texts/en/ui';
import { fillText } from '../_texts/fill-text';
import { classNames } from './class-names';
import { useCopy } from './use-copy';

type CopyButtonProps = {
  /** What is copied, in the reader's words: "Product ID", "key of Acme CLI". Part of the button's name. */
  name: string;
  /** The text itself, or how to get it at the press (a hidden key). */
  value: string | (() => Promise<string | undefined>);
};

/** Copies in one press, shows "Copied" beside itself and announces it politely. */
export function CopyButton({ name, value }: CopyButtonProps) {
  const [state, copy] = useCopy();
  const Icon = state === 'copied' ? Check : Copy;
  const said = state === 'idle' ? '' : state === 'copied' ? ui.copied : ui.copyFailed;
  return (
    <span className="no-print relative inline-flex">
      <button
        type="button"
        aria-label={fillText(ui.copyNamed, { name })}
        title={ui.copy}
        onClick={async () => copy(typeof value === 'string' ? value : await value())}
        className="inline-flex size-8 items-center justify-center rounded-sm text-muted transition-colors hover:bg-sunken hover:text-ink"
      >
        <Icon
          aria-hidden="true"
          className={classNames('size-4', state === 'copied' && 'text-good')}
          strokeWidth={1.75}
        />
      </button>
      <span
        role="status"
        className={classNames(
          'pointer-events-none absolute start-1/2 bottom-full z-10 mb-1 -translate-x-1/2 rounded-sm bg-ink px-2 text-paper text-sm',
          state === 'copied' && 'whitespace-nowrap',
          state === 'failed' && 'w-48',
        )}
      >
        {said}
      </span>
    </span>
  );
}
