import type { DownloadFile, DownloadRow } from '@/lib/downloads/list-downloads';
import type { DropboxOffer, ShownSave } from '@/lib/downloads/read-dropbox-offer';
import { text } from '../../../_texts/text';
import { SubmitButton } from '../../../_ui/submit-button';
import { saveFileToDropbox } from '../../dropbox/actions';
import { SaveState } from './save-state';
import { SaverButton } from './saver-button';

type DropboxFileProps = { offer: DropboxOffer; file: DownloadFile; row: DownloadRow };

/** Saves one file: to the connected Dropbox, or through Dropbox's own window. Says how far the last save is. */
export function DropboxFile({ offer, file, row }: DropboxFileProps) {
  if (offer.kind === 'off' || offer.kind === 'out_of_reach') return null;
  const save = offer.saves.get(file.id);
  const isOpen = save?.status === 'queued' || save?.status === 'saving';
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
      {isOpen ? null : offer.kind === 'saver' ? (
        <SaverButton
          appKey={offer.appKey}
          scriptUrl={offer.scriptUrl}
          apiResourceId={row.apiResourceId}
          artifactId={file.id}
          fileName={file.fileName}
        />
      ) : (
        <SaveButton file={file} row={row} save={save} />
      )}
      <div role="status" className="min-w-0">
        {save ? <SaveState save={save} /> : null}
      </div>
    </div>
  );
}

function SaveButton({ file, row, save }: Omit<DropboxFileProps, 'offer'> & { save: ShownSave | undefined }) {
  const label = save === undefined ? 'save' : save.status === 'failed' ? 'retry' : 'again';
  return (
    <form action={saveFileToDropbox}>
      <input type="hidden" name="resource" value={row.apiResourceId} />
      <input type="hidden" name="artifact" value={file.id} />
      <SubmitButton variant="secondary" size="small" pendingText={text('dropbox.saving')}>
        {text(`dropbox.${label}`)}
        <span className="sr-only"> {text('dropbox.ofFile', { file: file.fileName })}</span>
      </SubmitButton>
    </form>
  );
}
