import type { ReactNode } from 'react';

type PageHeaderProps = { title: string; text?: string; actions?: ReactNode };

/** The one h1 of a page, a sentence below it, and what can be done with the whole page. */
export function PageHeader({ title, text, actions }: PageHeaderProps) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="flex min-w-0 flex-col gap-2">
        <h1 className="text-2xl">{title}</h1>
        {text ? <p className="max-w-text text-muted">{text}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}
