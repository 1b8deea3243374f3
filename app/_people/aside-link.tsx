import { Link } from '../_ui/link';

/** A question and the link that answers it, below a form. */
export function AsideLink({ question, href, label }: { question: string; href: string; label: string }) {
  return (
    <p className="text-muted">
      {question}{' '}
      <Link href={href} className="text-brass underline underline-offset-2">
        {label}
      </Link>
    </p>
  );
}
