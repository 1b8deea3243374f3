import type { ReactNode } from 'react';
import { classNames } from './class-names';

type BadgeProps = { tone?: 'neutral' | 'good' | 'warn' | 'bad'; children: ReactNode };

const tones = {
  neutral: 'border-line bg-sunken text-ink',
  good: 'border-good/40 bg-good/8 text-good',
  warn: 'border-warn/40 bg-warn/8 text-warn',
  bad: 'border-bad/40 bg-bad/8 text-bad',
};

/** A state in a word. */
export function Badge({ tone = 'neutral', children }: BadgeProps) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 whitespace-nowrap rounded-sm border px-2 font-medium text-sm',
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}
