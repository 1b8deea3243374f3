import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Progress, startUpload, type TakeTurn, type Wish } from './start-upload';

/** A file in the list, with how its upload stands. */
export type ListedFile = Progress & { key: number; wish: Wish };

const FRESH: Progress = {
  phase: 'waiting',
  sentBytes: 0,
  storedBytes: 0,
  bytesPerSecond: undefined,
  problem: undefined,
  uploadId: undefined,
};

/** The files chosen on this page, and what can be done with each. */
export function useUploads() {
  const router = useRouter();
  const [files, setFiles] = useState<ListedFile[]>([]);
  const cancels = useRef(new Map<number, () => Promise<void>>());
  const takeTurn = useRef<TakeTurn>(makeTurns());
  const lastKey = useRef(0);

  const change = useCallback((key: number, progress: Partial<Progress>) => {
    setFiles((before) => before.map((file) => (file.key === key ? { ...file, ...progress } : file)));
  }, []);
  const start = useCallback(
    (key: number, wish: Wish) => {
      const upload = startUpload(wish, takeTurn.current, (progress) => {
        change(key, progress);
        // The list of the version's files, and of what is unfinished, is the server's.
        if (progress.phase === 'ready' || progress.phase === 'cancelled') router.refresh();
      });
      cancels.current.set(key, upload.cancel);
    },
    [change, router],
  );
  const add = useCallback(
    (wishes: Wish[]) => {
      const fresh = wishes.map((wish) => {
        lastKey.current += 1;
        return { ...FRESH, key: lastKey.current, wish };
      });
      setFiles((before) => [...before, ...fresh]);
      for (const { key, wish } of fresh) start(key, wish);
    },
    [start],
  );
  const again = useCallback(
    ({ key, wish }: ListedFile) => {
      change(key, { ...FRESH });
      start(key, wish);
    },
    [change, start],
  );
  const cancel = useCallback(({ key }: ListedFile) => void cancels.current.get(key)?.(), []);
  const remove = useCallback(({ key }: ListedFile) => {
    setFiles((before) => before.filter((file) => file.key !== key));
  }, []);
  return { files, add, again, cancel, remove };
}

/** One file sends at a time, in the order in which they were chosen; checking and storing go on beside. */
function makeTurns(): TakeTurn {
  let last: Promise<void> = Promise.resolve();
  return async (signal) => {
    const before = last;
    let free = () => {};
    last = new Promise((resolve) => {
      free = resolve;
    });
    await before;
    if (signal.aborted) free();
    signal.throwIfAborted();
    return free;
  };
}

/** Looks again every few seconds while something on the page is being worked on by the store. */
export function useRefreshWhile(isWorking: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!isWorking) return;
    const timer = setInterval(() => router.refresh(), 3_000);
    return () => clearInterval(timer);
  }, [isWorking, router]);
}
