import type { EveryKeyFilter } from '@/lib/access-keys/list-every-key';
import { KEY_KINDS } from '@/lib/settings/setting-choices';
import { text } from '../../_texts/text';
import type { ListFilter } from '../_list/list-filter';
import type { ListView } from '../_list/list-view';
import { customerFilter, rowNumber } from '../licences/licence-view';

export const KEY_FILTERS = ['kind', 'state', 'use', 'customer'] as const;

const STATES = ['active', 'disabled', 'expired', 'revoked'] as const;
const USES = {
  unused: { isUnused: true },
  expiring: { isExpiring: true },
  leaked: { isLeaked: true },
} as const satisfies Record<string, EveryKeyFilter>;

/** What the address of the list asks for. A value that is none of the choices does not narrow. */
export function keyFilter(view: ListView): EveryKeyFilter {
  const { kind, state, use, customer } = view.filters;
  const knownKind = KEY_KINDS.find((one) => one === kind);
  const knownState = STATES.find((one) => one === state);
  const customerNumber = rowNumber(customer);
  return {
    ...(view.q === '' ? {} : { text: view.q }),
    ...(knownKind === undefined ? {} : { kind: knownKind }),
    ...(knownState === undefined ? {} : { state: knownState }),
    ...(use !== undefined && Object.hasOwn(USES, use) ? USES[use as keyof typeof USES] : {}), // just looked up
    ...(customerNumber === undefined ? {} : { customerNumber }),
  };
}

/** The filters of the list as its page offers them. */
export function keyFilters(customerEmail: string | undefined): ListFilter[] {
  return [
    {
      name: 'kind',
      label: text('keyAdmin.kind'),
      any: text('keyAdmin.anyKind'),
      options: KEY_KINDS.map((value) => ({ value, label: text(`apiKeys.kind.${value}`) })),
    },
    {
      name: 'state',
      label: text('keyAdmin.state'),
      any: text('keyAdmin.anyState'),
      options: STATES.map((value) => ({ value, label: text(`apiKeys.state.${value}`) })),
    },
    {
      name: 'use',
      label: text('keyAdmin.use'),
      any: text('keyAdmin.anyUse'),
      options: [
        { value: 'unused', label: text('apiKeys.unused') },
        { value: 'expiring', label: text('apiKeys.expiring') },
        { value: 'leaked', label: text('keyAdmin.leaked') },
      ],
    },
    customerFilter(customerEmail),
  ];
}
