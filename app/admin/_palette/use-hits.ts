'use client';

import { useEffect, useState } from 'react';
import { searchStore } from './actions';
import { type PaletteItem, stillFitting } from './palette-item';

const PAUSE_MS = 180;

type Found = { typed: string; items: PaletteItem[]; hasFailed: boolean };

const NOTHING: Found = { typed: '', items: [], hasFailed: false };

/** What the store knows of a typed text, asked for when the typing pauses. An answer to an earlier text is not shown. */
export function useHits(typed: string): { items: PaletteItem[]; isSearching: boolean; hasFailed: boolean } {
  const [found, setFound] = useState<Found>(NOTHING);
  useEffect(() => {
    if (typed === '') return setFound(NOTHING);
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const answer = await searchStore(typed).then(
        (items) => ({ typed, items, hasFailed: false }),
        () => ({ typed, items: [], hasFailed: true }),
      );
      if (isCurrent) setFound(answer);
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [typed]);
  const isAnswered = found.typed === typed;
  return {
    items: stillFitting(found, typed),
    isSearching: typed !== '' && !isAnswered,
    hasFailed: isAnswered && found.hasFailed,
  };
}
