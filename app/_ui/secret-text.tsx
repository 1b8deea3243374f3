'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ui } from '../_texts/en/ui';
import { fillText } from '../_texts/fill-text';
import { CopyButton } from './copy-button';
import { maskKey, spokenKey } from './key-groups';
import { KeyText } from './key-text';

type SecretTextProps = {
  /** What it is, in the reader's words: "Master API Key". */
  name: string;
  /** What may be seen before reveal, for example `lko_…3fA9`; made from `value` when left out. */
  hint?: string;
  /** The key itself, where the page may carry it; otherwise `read` fetches it at the press. */
  value?: string;
  read?: () => Promise<string | undefined>;
};

const SHOWN_MS = 30_000;

/** A key, masked until it is revealed; masked again after 30 seconds and when the page is left. Copying needs no reveal. */
export function SecretText({ name, value, read, hint = maskKey(value ?? '') }: SecretTextProps) {
  const { shown, said, toggle, fetchKey } = useReveal({ name, value, read });
  const last = hint.slice(-4);
  const label = shown
    ? fillText(ui.groupedKey, { name, groups: spokenKey(shown) })
    : fillText(ui.maskedKey, { name, last: spokenKey(last) });
  const Icon = shown ? EyeOff : Eye;
  return (
    <span className="inline-flex max-w-full flex-col items-start">
      <span className="inline-flex max-w-full items-center gap-1">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a key is read out in groups of four when it has the focus */}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields; this groups the letters of one key */}
        <span role="group" aria-label={label} tabIndex={0} className="min-w-0 font-mono text-sm">
          <span aria-hidden="true">{shown ? <KeyText value={shown} /> : <Masked hint={hint} />}</span>
        </span>
        <span className="no-print inline-flex shrink-0">
          <button
            type="button"
            aria-label={fillText(shown ? ui.hideNamed : ui.revealNamed, { name })}
            title={shown ? ui.hide : ui.reveal}
            onClick={toggle}
            className="inline-flex size-8 items-center justify-center rounded-sm text-muted transition-colors hover:bg-sunken hover:text-ink"
          >
            <Icon aria-hidden="true" className="size-4" strokeWidth={1.75} />
          </button>
          <CopyButton name={name} value={fetchKey} />
        </span>
      </span>
      <span role="status" className="sr-only">
        {said}
      </span>
      {value === undefined ? null : <noscript className="break-all font-mono text-sm">{value}</noscript>}
    </span>
  );
}

function Masked({ hint }: { hint: string }) {
  const [head = '', tail = ''] = hint.split('…');
  return (
    <span className="whitespace-nowrap">
      {head}
      <span className="text-muted tracking-[0.1em]">{'•'.repeat(8)}</span>
      {tail}
    </span>
  );
}

type Secret = { name: string; value: string | undefined; read: (() => Promise<string | undefined>) | undefined };

function useReveal({ name, value, read }: Secret) {
  const [shown, setShown] = useState<string>();
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!shown) return;
    const mask = () => setShown(undefined);
    const timer = setTimeout(() => {
      mask();
      setSaid(fillText(ui.hidden, { name }));
    }, SHOWN_MS);
    window.addEventListener('pagehide', mask);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', mask);
    };
  }, [shown, name]);
  const fetchKey = async () => value ?? (await read?.());
  const toggle = async () => {
    if (shown) {
      setShown(undefined);
      setSaid(fillText(ui.hidden, { name }));
      return;
    }
    const key = await fetchKey().catch(() => undefined);
    setShown(key);
    setSaid(fillText(key ? ui.revealed : ui.revealFailed, { name }));
  };
  return { shown, said, toggle, fetchKey };
}
