import type { ChosenFile } from '@/lib/uploads/open-upload';

/** What the browser says of a chosen file, or undefined when it is not of that shape: a call may bring anything. */
export function readChosenFile(given: unknown): ChosenFile | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { releaseId, fileName, sizeBytes, modifiedAt, platform } = given as Record<string, unknown>; // any object is that
  if (typeof releaseId !== 'string' || typeof fileName !== 'string' || typeof platform !== 'string') return undefined;
  if (typeof sizeBytes !== 'number' || typeof modifiedAt !== 'number') return undefined;
  const date = new Date(modifiedAt);
  if (Number.isNaN(date.getTime())) return undefined;
  return { releaseId, fileName, sizeBytes, modifiedAt: date, platform };
}
