'use client';

import { useEffect } from 'react';

/** Puts the cursor into the setting or group that the address names (`#mail`), so that the keyboard goes on from there. */
export function FocusNamed() {
  useEffect(() => {
    const focus = () => {
      const named = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
      if (!(named instanceof HTMLElement)) return;
      named.focus({ preventScroll: true });
      named.scrollIntoView({ block: named instanceof HTMLFieldSetElement ? 'start' : 'center' });
    };
    focus();
    window.addEventListener('hashchange', focus);
    return () => window.removeEventListener('hashchange', focus);
  }, []);
  return null;
}
