import Link from 'next/link';
import { currentCustomer } from '@/lib/auth/current-customer';
import { text } from '../_texts/text';

/** Sign in, or the way to one's own pages. */
export async function PersonLinks({ linkClass }: { linkClass: string }) {
  const person = await currentCustomer();
  if (!person) {
    return (
      <Link href="/sign-in" className={linkClass}>
        {text('shell.signIn')}
      </Link>
    );
  }
  return (
    <>
      {person.role === 'admin' ? (
        <Link href="/admin" className={linkClass}>
          {text('shell.admin')}
        </Link>
      ) : null}
      <Link href="/account" className={linkClass}>
        {text('shell.myAccount')}
      </Link>
    </>
  );
}
