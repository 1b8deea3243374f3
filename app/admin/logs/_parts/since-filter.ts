import { now } from '@/lib/clock';
import { text } from '../../../_texts/text';
import type { ListFilter } from '../../_list/list-filter';
import type { ListView } from '../../_list/list-view';

const DAYS = ['1', '7', '30', '90'] as const;
const DAY_MS = 86_400_000;

/** How far back a log is read. */
export const sinceFilter: ListFilter = {
  name: 'since',
  label: text('logs.since'),
  any: text('logs.anyTime'),
  options: DAYS.map((days) => ({ value: days, label: text(`logs.since.${days}`) })),
};

/** The instant from which the view wants rows, if it names one of the choices. */
export function sinceOf(view: ListView): { since?: Date } {
  const days = DAYS.find((one) => one === view.filters.since);
  return days === undefined ? {} : { since: new Date(now().getTime() - Number(days) * DAY_MS) };
}
