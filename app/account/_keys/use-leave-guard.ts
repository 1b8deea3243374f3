'use client';

import { useEffect, useState } from 'react';

/**
 * While it is on, a link of the page asks first (`leavingTo` is where it leads), and the browser asks before it closes the
 * page or loads it again.
 */
export function useLeaveGuard(isOn: boolean): { leavingTo: string | undefined; stay: () => void } {
  const [leavingTo, setLeavingTo] = useState<string>();
  useEffect(() => {
    if (!isOn) return;
    const unload = (event: BeforeUnloadEvent) => event.preventDefault();
    const click = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
      if (!(link instanceof HTMLAnchorElement) || !isPlain) return;
      if (link.hasAttribute('download') || link.origin !== window.location.origin) return;
      event.preventDefault();
      event.stopPropagation();
      setLeavingTo(`${link.pathname}${link.search}`);
    };
    window.addEventListener('beforeunload', unload);
    // Before the router's own listeners, which would follow the link.
    document.addEventListener('click', click, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', unload);
      document.removeEventListener('click', click, { capture: true });
    };
  }, [isOn]);
  return { leavingTo, stay: () => setLeavingTo(undefined) };
}
