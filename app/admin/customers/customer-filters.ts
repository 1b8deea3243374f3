import type { CustomerFilter } from '@/lib/customers/customer-filter';
import { text } from '../../_texts/text';
import type { ListFilter } from '../_list/list-filter';
import type { ListView } from '../_list/list-view';

export const CUSTOMER_FILTERS = ['role', 'account', 'factor'];

const ROLES = ['customer', 'admin'] as const;
const ACCOUNTS = ['open', 'disabled', 'deleted'] as const;

/** What the address of the customer list asks for. A value that is none of the choices does not narrow. */
export function customerFilter(view: ListView): CustomerFilter {
  const { role, account, factor } = view.filters;
  const knownRole = ROLES.find((one) => one === role);
  const knownAccount = ACCOUNTS.find((one) => one === account);
  return {
    ...(view.q === '' ? {} : { text: view.q }),
    ...(knownRole === undefined ? {} : { role: knownRole }),
    ...accountFilter(knownAccount),
    ...(factor === 'none' ? { lacksFactor: true } : {}),
  };
}

function accountFilter(account: (typeof ACCOUNTS)[number] | undefined): CustomerFilter {
  if (account === undefined) return {};
  return account === 'deleted' ? { isDeleted: true } : { isDisabled: account === 'disabled' };
}

/** The filters of the customer list as its page offers them. */
export function customerFilters(): ListFilter[] {
  return [
    {
      name: 'role',
      label: text('customers.role'),
      any: text('customers.anyRole'),
      options: ROLES.map((value) => ({ value, label: text(`customers.role.${value}`) })),
    },
    {
      name: 'account',
      label: text('customers.account'),
      any: text('customers.anyAccount'),
      options: ACCOUNTS.map((value) => ({ value, label: text(`customers.account.${value}`) })),
    },
    {
      name: 'factor',
      label: text('customers.factor'),
      any: text('customers.anyFactor'),
      options: [{ value: 'none', label: text('customers.factor.none') }],
    },
  ];
}
