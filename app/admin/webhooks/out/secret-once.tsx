'use client';

import { useEffect, useRef, useState } from 'react';
import { webhooks as words } from '../../../_texts/en/webhooks';
import { CopyButton } from '../../../_ui/copy-button';
import { LinkButton } from '../../../_ui/link-button';
import { Notice } from '../../../_ui/notice';

type SecretOnceProps = { id: string; secret: string };

/**
 * A new signing secret, this once. The address becomes that of its endpoint, so that loading again shows what is known of
 * it, and never the secret.
 */
export function SecretOnce({ id, secret }: SecretOnceProps) {
  const [isLeft, setLeft] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    window.history.replaceState(null, '', `/admin/webhooks/out/${id}`);
    const leave = () => setLeft(true);
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [id]);
  if (isLeft) return null;
  return (
    <section aria-labelledby="secret-once" className="flex max-w-text flex-col gap-5">
      <h2 id="secret-once" ref={heading} tabIndex={-1} className="text-xl outline-none">
        {words.onceTitle}
      </h2>
      <Notice tone="warn" isAnswer>
        {words.onceText}
      </Notice>
      <dl className="flex flex-col gap-1.5">
        <dt className="font-medium">{words.secret}</dt>
        <dd className="flex items-center gap-2 rounded-md border border-edge bg-raised py-2 ps-4 pe-2">
          <code className="min-w-0 grow break-all font-mono text-sm">{secret}</code>
          <CopyButton name={words.secret} value={secret} />
        </dd>
      </dl>
      <LinkButton href={`/admin/webhooks/out/${id}`} className="self-start">
        {words.onceNext}
      </LinkButton>
    </section>
  );
}
