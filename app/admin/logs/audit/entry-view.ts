import { ACTOR_KINDS, type EntryFilter } from '@/lib/audit/entry-filter';
import type { ListedEntry } from '@/lib/audit/list-entries';
import { text } from '../../../_texts/text';
import type { ListFilter } from '../../_list/list-filter';
import type { ListView } from '../../_list/list-view';
import { sinceFilter, sinceOf } from '../_parts/since-filter';
import { kindText } from './object-href';

export const ENTRY_FILTERS = ['who', 'action', 'object', 'since'];

type Kinds = { objectKinds: string[]; actions: string[] };

/** What the address asks of the audit. A value that is none of the choices narrows nothing. */
export function entryFilter(view: ListView, { objectKinds, actions }: Kinds): EntryFilter {
  const { who, action, object } = view.filters;
  const actorKind = ACTOR_KINDS.find((one) => one === who);
  const knownAction = actions.find((one) => one === action);
  const objectKind = objectKinds.find((one) => one === object);
  return {
    ...(view.q === '' ? {} : { text: view.q }),
    ...(actorKind ? { actorKind } : {}),
    ...(knownAction ? { action: knownAction } : {}),
    ...(objectKind ? { objectKind } : {}),
    ...sinceOf(view),
  };
}

/** The filters of the audit as its page offers them. */
export function entryFilters({ objectKinds, actions }: Kinds): ListFilter[] {
  return [
    {
      name: 'who',
      label: text('logs.audit.who'),
      any: text('logs.audit.anyone'),
      options: ACTOR_KINDS.map((value) => ({ value, label: text(`logs.audit.who.${value}`) })),
    },
    {
      name: 'action',
      label: text('logs.audit.action'),
      any: text('logs.audit.anyAction'),
      options: actions.map((value) => ({ value, label: value })),
    },
    {
      name: 'object',
      label: text('logs.audit.object'),
      any: text('logs.audit.anyObject'),
      options: objectKinds.map((value) => ({ value, label: kindText(value) })),
    },
    sinceFilter,
  ];
}

/** Who did it: their address, or what kind of actor it was. */
export function actorText({ actorEmail, actorKind }: Pick<ListedEntry, 'actorEmail' | 'actorKind'>): string {
  if (actorEmail) return actorEmail;
  const known = ACTOR_KINDS.find((one) => one === actorKind);
  return known ? text(`logs.audit.by.${known}`) : actorKind;
}
