'use client';

import { Dialog } from '@base-ui/react/dialog';
import { Search, X } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { palette as words } from '../../_texts/en/palette';
import type { PaletteItem } from './palette-item';
import { useRecentPages } from './recent-pages';

const loadPanel = () => import('./palette-panel');
// Everybody who reads an admin page would pay for a search that few open; so it comes when the page has settled.
const PalettePanel = lazy(loadPanel);

type PaletteProps = {
  pages: PaletteItem[];
  /** Finds these pages and nothing of the store: for people who are no admins. */
  onlyPages?: boolean;
};

/** The search over everything: a button in the frame, and Ctrl K or Cmd K anywhere in the area around it. */
export function Palette({ pages, onlyPages = false }: PaletteProps) {
  const [isOpen, setOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useRecentPages();
  useShortcut(setOpen);
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger
        aria-keyshortcuts="Control+K Meta+K"
        className="flex min-h-11 w-full items-center gap-1.5 whitespace-nowrap rounded-md border border-edge bg-raised px-2.5 text-start text-muted text-sm transition-colors hover:border-ink hover:text-ink"
      >
        <Search aria-hidden="true" className="size-4 shrink-0" strokeWidth={1.75} />
        <span className="grow">{onlyPages ? words.openPages : words.open}</span>
        <Shortcut />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-50 bg-[#0d0e10]/50 transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          initialFocus={field}
          className="fixed inset-x-2 top-[max(0.5rem,8dvh)] z-50 mx-auto flex max-w-2xl flex-col overflow-hidden rounded-md border border-line bg-raised shadow-float transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0 sm:inset-x-6"
        >
          <div className="flex items-center justify-between gap-3 ps-4 pe-2 pt-2">
            <Dialog.Title className="font-medium text-muted text-sm">{words.title}</Dialog.Title>
            <Dialog.Close
              aria-label={words.close}
              className="inline-flex size-9 items-center justify-center rounded-sm text-muted transition-colors hover:bg-sunken hover:text-ink"
            >
              <X aria-hidden="true" className="size-4" strokeWidth={1.75} />
            </Dialog.Close>
          </div>
          <Suspense fallback={<p className="px-5 py-10 text-muted">{`${words.searching}…`}</p>}>
            <PalettePanel field={field} pages={pages} onlyPages={onlyPages} close={() => setOpen(false)} />
          </Suspense>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function useShortcut(setOpen: (change: (isOpen: boolean) => boolean) => void) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isShortcut = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!isShortcut || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setOpen((isOpen) => !isOpen);
    };
    document.addEventListener('keydown', press);
    const settled = setTimeout(loadPanel, 1_500);
    return () => {
      document.removeEventListener('keydown', press);
      clearTimeout(settled);
    };
  }, [setOpen]);
}

const never = () => () => {};
const onApple = () => /Mac|iPhone|iPad/.test(navigator.userAgent);
const onServer = () => false;

/** The keys as this machine writes them; touch screens have none. */
function Shortcut() {
  const isApple = useSyncExternalStore(never, onApple, onServer);
  return (
    <span aria-hidden="true" className="hidden text-xs pointer-fine:inline">
      {isApple ? '⌘ K' : 'Ctrl K'}
    </span>
  );
}
