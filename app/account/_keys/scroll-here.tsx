'use client';

import { useEffect, useRef } from 'react';

/** Brings the place it stands at into sight, once. */
export function ScrollHere() {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: 'center' }), []);
  return <span ref={place} aria-hidden="true" />;
}
