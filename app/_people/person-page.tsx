import type { ReactNode } from 'react';
import { PageHeader } from '../_ui/page-header';

/** A page with one short form about a person. */
export function PersonPage({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-8 pb-8">
      <PageHeader title={title} {...(text === undefined ? {} : { text })} />
      {children}
    </div>
  );
}
