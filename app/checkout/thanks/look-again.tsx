'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const FIRST_MS = 2_000;
const LONGEST_MS = 30_000;

/** Reads the page's facts again, at first every two seconds, later less often, and only while somebody is looking. */
export function LookAgain() {
  const router = useRouter();
  useEffect(() => {
    let wait = FIRST_MS;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      if (document.visibilityState === 'visible') router.refresh();
      wait = Math.min(LONGEST_MS, wait * 1.3);
      timer = setTimeout(look, wait);
    };
    timer = setTimeout(look, wait);
    return () => clearTimeout(timer);
  }, [router]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content="10" />
    </noscript>
  );
}
