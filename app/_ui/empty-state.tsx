import type { ReactNode } from 'react';
import { Bitting } from './bitting';

type EmptyStateProps = { title: string; text: string /** The one next step. */; action?: ReactNode };

/** Nothing here: why, and the one thing to do next. */
export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-3 pt-2 pb-10">
      <Bitting id="bitting-empty" />
      <h2 className="mt-6 text-lg">{title}</h2>
      <p className="max-w-text text-muted">{text}</p>
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  );
}
