import type { ShownSave } from '@/lib/downloads/read-dropbox-offer';
import { text } from '../../../_texts/text';
import { DateTime } from '../../../_ui/date-time';

/** How far a save is, in a sentence. */
export function SaveState({ save }: { save: ShownSave }) {
  if (save.status === 'saved') {
    return (
      <p>
        <span className="font-medium text-good">{text('dropbox.saved')}</span>{' '}
        <span className="break-all font-mono">{save.path}</span>{' '}
        <span className="text-muted">
          <DateTime at={save.at} form="moment" />
        </span>
        {save.isRenamed ? <span className="block text-muted">{text('dropbox.renamed')}</span> : null}
      </p>
    );
  }
  if (save.status === 'failed') {
    return (
      <p>
        <span className="font-medium text-bad">{text('dropbox.failed')}</span> {text(`dropbox.failure.${save.failure}`)}
        {save.detail === '' ? null : (
          <span className="block break-words text-muted">
            {text('dropbox.said')} {save.detail}
          </span>
        )}
      </p>
    );
  }
  return (
    <p className="text-muted">
      {text(save.status === 'queued' ? 'dropbox.queued' : 'dropbox.fetching')}
      {save.detail === '' ? null : ` ${text('dropbox.slow', { detail: save.detail })}`}
    </p>
  );
}
