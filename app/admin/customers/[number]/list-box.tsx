import type { ReactNode } from 'react';
import { Link } from '../../../_ui/link';

type ListBoxProps = {
  id: string;
  title: string;
  /** How many there are; a plus sign for more than were counted. */
  count?: string;
  /** The list that has them all, narrowed to this customer. */
  all?: { href: string; label: string };
  /** What is said instead of the table when there is nothing. */
  empty?: ReactNode;
  children: ReactNode;
};

/** The newest few of one kind, with the way to all of them. */
export function ListBox({ id, title, count, all, empty, children }: ListBoxProps) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2 border-line border-t pt-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id={id} className="text-lg">
          {title}
          {count === undefined ? null : <span className="nums ms-2 text-base text-muted">{count}</span>}
        </h2>
        {all && empty === undefined ? (
          <Link href={all.href} className="link">
            {all.label}
          </Link>
        ) : null}
      </div>
      {empty === undefined ? children : <div className="text-muted">{empty}</div>}
    </section>
  );
}

/** A count as the lists count. */
export function countOf({ count }: { count: number }): string {
  return count > 10_000 ? '10,000+' : count.toLocaleString('en');
}
