import { CircleCheck } from 'lucide-react';
import { unreachable } from '@/lib/errors';
import type { Todo } from '@/lib/reports/read-todos';
import { text } from '../../_texts/text';
import { Link } from '../../_ui/link';

/** What waits for an admin, each with the way to it. */
export function TodoList({ todos }: { todos: Todo[] }) {
  return (
    <section aria-labelledby="todos" className="flex flex-col gap-2">
      <h2 id="todos" className="text-lg">
        {text('dashboard.todoTitle')}
      </h2>
      {todos.length === 0 ? (
        <p className="flex items-center gap-2 text-muted">
          <CircleCheck aria-hidden="true" className="size-5 shrink-0 text-good" strokeWidth={1.75} />
          {text('dashboard.todoNone')}
        </p>
      ) : (
        <ul className="border-line border-b">
          {todos.map((todo) => (
            <TodoLine key={todo.kind} todo={todo} />
          ))}
        </ul>
      )}
    </section>
  );
}

function TodoLine({ todo }: { todo: Todo }) {
  const href = wayTo(todo);
  const words = text(`dashboard.todo.${todo.kind}`, { count: todo.count });
  return (
    <li className="border-line border-t">
      {href === undefined ? (
        <p className="py-2.5">{words}</p>
      ) : (
        <Link href={href} className="link inline-flex min-h-11 items-center py-2">
          {words}
        </Link>
      )}
    </li>
  );
}

function wayTo({ kind, productNumber }: Todo): string | undefined {
  switch (kind) {
    case 'orders_unpaid':
      return '/admin/orders?status=awaiting_payment';
    case 'refunds_open':
      return '/admin/orders';
    case 'stock_low':
      return productNumber === undefined ? '/admin/associated-keys' : `/admin/associated-keys/${productNumber}`;
    case 'mails_failed':
      return '/admin/mail';
    case 'webhooks_failing':
      return '/admin/webhooks/out';
    case 'findings_open':
      return '/admin/reconcile';
    case 'uploads_unfinished':
      return '/admin/products';
    case 'admins_open':
      return '/admin/settings/team';
    case 'legal_missing':
      return '/admin/settings/legal';
    case 'jobs_dead':
      return '/admin/system/jobs';
    case 'backup_overdue':
    case 'drill_failed':
      return '/admin/system/backups';
    default:
      return unreachable(kind);
  }
}
