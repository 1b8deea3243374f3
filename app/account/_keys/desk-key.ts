import type { DeveloperKey } from '@/lib/access-keys/key-view';

const DAY_MS = 86_400_000;

/** What the browser is told of a key, for its buttons and dialogs. Nothing in it opens anything. */
export type DeskKey = Pick<
  DeveloperKey,
  'sid' | 'name' | 'kind' | 'state' | 'isDefault' | 'note' | 'prefix' | 'access' | 'isRevealable'
> & {
  /** Used within the last 24 hours: removing it asks for its name. */
  isUsedLately: boolean;
  isLeaked: boolean;
};

/** A key as its buttons need it. */
export function deskKey(key: DeveloperKey, at: Date): DeskKey {
  const { sid, name, kind, state, isDefault, note, prefix, access, isRevealable } = key;
  return {
    sid,
    name,
    kind,
    state,
    isDefault,
    note,
    prefix,
    access,
    isRevealable,
    isUsedLately: wasUsedLately(key, at),
    isLeaked: key.leakedAt !== null,
  };
}

/** Whether a program that still runs probably has it. */
export function wasUsedLately({ lastUsedAt }: Pick<DeveloperKey, 'lastUsedAt'>, at: Date): boolean {
  return lastUsedAt !== null && at.getTime() - lastUsedAt.getTime() < DAY_MS;
}
