/** What Dropbox's drop-in promises of itself, as far as it is used here. */
export type Saver = {
  isBrowserSupported: () => boolean;
  /** Opens Dropbox's window; throws when the browser does not let it. */
  save: (options: {
    files: { url: string; filename: string }[];
    success: () => void;
    /** 0 to 1. */
    progress: (part: number) => void;
    cancel: () => void;
    error: (message?: string) => void;
  }) => unknown;
};

declare global {
  interface Window {
    Dropbox?: Saver;
  }
}

let loading: Promise<Saver | undefined> | undefined;

/** Dropbox's drop-in script, loaded at the first call and once. Undefined when it could not be loaded; then a later call tries again. */
export function loadSaver(script: { url: string; appKey: string }): Promise<Saver | undefined> {
  loading ??= new Promise<Saver | undefined>((resolve) => {
    const element = document.createElement('script');
    element.id = 'dropboxjs';
    element.src = script.url;
    element.dataset.appKey = script.appKey;
    element.onload = () => resolve(window.Dropbox);
    element.onerror = () => {
      element.remove();
      loading = undefined;
      resolve(undefined);
    };
    document.head.append(element);
  });
  return loading;
}

/**
 * Whether this document itself was asked for at the page's address. The server lets Dropbox in on that page alone, and a
 * page reached by a link within the store still runs under the policy of the page before it.
 */
export function isOwnDocument(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry !== undefined && new URL(entry.name).pathname === window.location.pathname;
}
