import type { SignedInCustomer } from '@/lib/customers/session';
import { text } from '../_texts/text';
import { Link } from '../_ui/link';
import { signOut } from '../account/actions';
import { UserMenu } from './user-menu';

type PersonLinksProps = { person: SignedInCustomer | undefined; linkClass: string };

/** Sign in, or what belongs to the signed-in person. */
export function PersonLinks({ person, linkClass }: PersonLinksProps) {
  if (!person) {
    return (
      <Link href="/sign-in" className={linkClass}>
        {text('shell.signIn')}
      </Link>
    );
  }
  const name = person.name ?? person.email;
  return (
    <UserMenu
      name={name}
      label={text('shell.userMenu', { name })}
      links={[
        { href: '/account', label: text('shell.myAccount') },
        { href: '/account/credentials', label: text('shell.credentials') },
        ...(person.role === 'admin' ? [{ href: '/admin', label: text('shell.admin') }] : []),
      ]}
    >
      <form action={signOut}>
        <button
          type="submit"
          className="flex min-h-9 w-full items-center rounded-sm px-3 py-1.5 text-start transition-colors hover:bg-sunken"
        >
          {text('shell.signOut')}
        </button>
      </form>
    </UserMenu>
  );
}
