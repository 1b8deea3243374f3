'use client';

import { usePathname } from 'next/navigation';
import { useEffect } from 'react';
import type { PaletteItem } from './palette-item';

const STORE = 'latchkey.recent';
const MOST = 6;
/** A page writes its title a moment after its address. */
const TITLE_MS = 800;

type Visited = { href: string; label: string };

/**
 * Remembers the admin pages of this tab, without what was searched on them. The session storage of a tab ends with it, so
 * the titles of customers and orders do not stay behind in the browser.
 */
export function useRecentPages(): void {
  const path = usePathname();
  useEffect(() => {
    const timer = setTimeout(() => {
      const label = document.title.split(' · ')[0]?.trim() ?? '';
      if (!path.startsWith('/admin/') || label === '') return;
      const others = read().filter(({ href }) => href !== path);
      write([{ href: path, label }, ...others].slice(0, MOST + 1));
    }, TITLE_MS);
    return () => clearTimeout(timer);
  }, [path]);
}

/** The pages last seen in this tab, the newest first, without the one that is open. */
export function recentPages(): PaletteItem[] {
  return read()
    .filter(({ href }) => href !== window.location.pathname)
    .slice(0, MOST)
    .map(({ href, label }) => ({ group: 'recent', href, label, about: '' }));
}

function read(): Visited[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(STORE) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isVisited) : [];
  } catch {
    return [];
  }
}

function write(pages: Visited[]): void {
  try {
    sessionStorage.setItem(STORE, JSON.stringify(pages));
  } catch {
    // A browser without storage has no recent pages.
  }
}

function isVisited(one: unknown): one is Visited {
  if (typeof one !== 'object' || one === null || !('href' in one) || !('label' in one)) return false;
  return typeof one.label === 'string' && typeof one.href === 'string' && one.href.startsWith('/admin/');
}
