import { text } from '../../../_texts/text';

/** What no backup holds, and how one becomes a store again. */
export function RestoreNotes({ keyring }: { keyring: string }) {
  return (
    <section aria-labelledby="keyring" className="flex max-w-text flex-col gap-2 pt-2">
      <h2 id="keyring" className="text-lg">
        {text('backups.keyringTitle')}
      </h2>
      <p className="break-words text-muted">{text('backups.keyringText', { keyring })}</p>
      <p className="text-muted">{text('backups.restoreText')}</p>
    </section>
  );
}
