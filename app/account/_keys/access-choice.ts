import { type TextKey, text } from '../../_texts/text';
import { offeredOperations } from './read-access';

/** One area of the API with its calls, as Configure Access shows it. */
export type AccessChoice = {
  area: string;
  label: string;
  operations: { id: string; summary: string; isWrite: boolean }[];
};

/** Every call that a key of this person can be allowed, by area in the order of the reference. */
export function accessChoices(isAdmin: boolean): AccessChoice[] {
  const offered = offeredOperations(isAdmin);
  return [...new Set(offered.map(({ area }) => area))].map((area) => ({
    area,
    label: text(`apiKeys.area.${area}` satisfies TextKey),
    operations: offered
      .filter((one) => one.area === area)
      .map(({ id, summary, access }) => ({ id, summary, isWrite: access === 'write' })),
  }));
}
