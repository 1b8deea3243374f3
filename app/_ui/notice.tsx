import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

type NoticeProps = {
  tone?: 'neutral' | 'good' | 'warn' | 'bad';
  title?: string;
  children?: ReactNode;
  /** Announces itself when it appears after an action. */
  isAnswer?: boolean;
};

const tones = {
  neutral: { icon: Info, look: 'border-line bg-sunken', ink: 'text-muted' },
  good: { icon: CircleCheck, look: 'border-good/40 bg-good/8', ink: 'text-good' },
  warn: { icon: TriangleAlert, look: 'border-warn/40 bg-warn/8', ink: 'text-warn' },
  bad: { icon: CircleAlert, look: 'border-bad/40 bg-bad/8', ink: 'text-bad' },
};

/** Something the reader should know here; icon and words carry the tone, colour only supports it. */
export function Notice({ tone = 'neutral', title, children, isAnswer = false }: NoticeProps) {
  const { icon: Icon, look, ink } = tones[tone];
  return (
    <div role={isAnswer ? 'status' : undefined} className={classNames('flex gap-3 rounded-md border px-4 py-3', look)}>
      <Icon aria-hidden="true" className={classNames('mt-0.5 size-5 shrink-0', ink)} strokeWidth={1.75} />
      <div className="flex min-w-0 flex-col gap-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="max-w-text">{children}</div> : null}
      </div>
    </div>
  );
}
