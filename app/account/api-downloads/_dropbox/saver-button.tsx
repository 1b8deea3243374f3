'use client';

import { useEffect, useRef, useState } from 'react';
import { dropbox as words } from '../../../_texts/en/dropbox';
import { fillText } from '../../../_texts/fill-text';
import { buttonClass } from '../../../_ui/button-look';
import { askSaverLink } from '../../dropbox/actions';
import { isOwnDocument, loadSaver } from './load-saver';

type SaverButtonProps = {
  appKey: string;
  scriptUrl: string;
  apiResourceId: string;
  artifactId: string;
  fileName: string;
};

/** Opens Dropbox's Saver for one file. Its script is loaded by the first press of such a button, not before. */
export function SaverButton({ appKey, scriptUrl, apiResourceId, artifactId, fileName }: SaverButtonProps) {
  const [said, setSaid] = useState('');
  const [isLoading, setIsLoading] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const anchor = `#dropbox-${apiResourceId}-${artifactId}`;

  useEffect(() => {
    if (window.location.hash !== anchor) return;
    window.history.replaceState(null, '', window.location.pathname);
    button.current?.focus();
    setSaid(words['saver.ready']);
  }, [anchor]);

  const press = async () => {
    if (isLoading) return;
    if (!isOwnDocument()) {
      window.location.hash = anchor;
      window.location.reload();
      return;
    }
    setIsLoading(true);
    setSaid('');
    const [saver, link] = await Promise.all([
      loadSaver({ url: scriptUrl, appKey }),
      askSaverLink(apiResourceId, artifactId).catch(() => undefined),
    ]);
    setIsLoading(false);
    if (!saver || !link) return setSaid(words['saver.notLoaded']);
    if (!saver.isBrowserSupported()) return setSaid(words['saver.unsupported']);
    if (!link.ok) return setSaid(words['saver.notEntitled']);
    try {
      setSaid(words['saver.open']);
      saver.save({
        files: [{ url: link.url, filename: link.fileName }],
        success: () => setSaid(words['saver.saved']),
        progress: (part) => setSaid(fillText(words['saver.progress'], { percent: Math.round(part * 100) })),
        cancel: () => setSaid((now) => (now === words['saver.open'] ? words['saver.cancelled'] : now)),
        error: (detail) => setSaid(detail ? fillText(words['saver.error'], { detail }) : words['saver.errorPlain']),
      });
    } catch {
      setSaid(words['saver.blocked']);
    }
  };

  return (
    <>
      {/* The class is the name by which shops of the original knew this link; Dropbox's script looks for it on links only. */}
      <button
        ref={button}
        type="button"
        onClick={press}
        aria-disabled={isLoading || undefined}
        className={buttonClass({ variant: 'secondary', size: 'small' }, 'dropbox-saver')}
      >
        {isLoading ? `${words['saver.loading']}…` : words.save}
        <span className="sr-only"> {fillText(words.ofFile, { file: fileName })}</span>
      </button>
      <span role="status" className="text-muted">
        {said}
      </span>
    </>
  );
}
