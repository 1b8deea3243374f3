import type { EditedRelease, ReleaseArtifact } from '@/lib/catalog/read-release';
import { listUnfinished } from '@/lib/uploads/list-unfinished';
import { text } from '../../../../../_texts/text';
import { Badge } from '../../../../../_ui/badge';
import { CopyButton } from '../../../../../_ui/copy-button';
import { formatSize } from '../../../../../_ui/format-size';
import { SubmitButton } from '../../../../../_ui/submit-button';
import { Table } from '../../../../../_ui/table';
import { UploadFiles } from '../../../_upload/upload-files';
import { removeFile } from '../actions';
import { type NamedRelease, WhichRelease } from '../which-release';
import { RemoteFileForm } from './remote-file-form';

type FilesProps = { named: NamedRelease; release: EditedRelease; deliversFiles: boolean };

/** The files of a version, and where further ones come in. */
export function ReleaseFiles({ named, release, deliversFiles }: FilesProps) {
  const { files, state } = release;
  return (
    <section aria-labelledby="files" className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h3 id="files" className="text-lg">
          {text('releases.filesTitle')}
        </h3>
        <p className="max-w-text text-muted">{text(textKeyOf(files.length, deliversFiles))}</p>
      </div>
      {files.length === 0 ? null : <FileTable named={named} files={files} isDraft={state === 'draft'} />}
      {state === 'draft' || files.length === 0 ? null : (
        <p className="max-w-text text-muted text-sm">{text('releases.keepFiles')}</p>
      )}
      {state === 'withdrawn' || (files.length === 0 && !deliversFiles) ? null : (
        <WaysIn named={named} isFolded={state === 'published' && files.length > 0} />
      )}
    </section>
  );
}

/** Upload, or an address elsewhere; folded away where a version is out and has what it needs. */
async function WaysIn({ named, isFolded }: { named: NamedRelease; isFolded: boolean }) {
  const unfinished = await listUnfinished(named.releaseId);
  const ways = (
    <div className="flex flex-col gap-4">
      <UploadFiles releaseId={named.releaseId} unfinished={unfinished} />
      <details className="rounded-md border border-line px-5 py-3">
        <summary className="cursor-pointer py-1 font-medium">{text('releases.remoteTitle')}</summary>
        <RemoteFileForm releaseId={named.releaseId} productNumber={named.productNumber} />
      </details>
    </div>
  );
  if (!isFolded) return ways;
  return (
    <details open={unfinished.length > 0}>
      <summary className="mb-3 w-fit cursor-pointer py-1 text-brass">{text('releases.addMore')}</summary>
      {ways}
    </details>
  );
}

function textKeyOf(files: number, deliversFiles: boolean) {
  if (files > 0) return 'releases.filesText';
  return deliversFiles ? 'releases.noFilesDeliver' : 'releases.noFilesNeeded';
}

type FileTableProps = { named: NamedRelease; files: ReleaseArtifact[]; isDraft: boolean };

function FileTable({ named, files, isDraft }: FileTableProps) {
  const first = files[0]?.id;
  const removal = {
    key: 'actions' as const,
    header: text('releases.actions'),
    isHeaderHidden: true,
    align: 'end' as const,
  };
  return (
    <Table
      caption={text('releases.filesCaption')}
      columns={[
        { key: 'file', header: text('releases.file') },
        { key: 'source', header: text('releases.source') },
        { key: 'size', header: text('releases.size'), align: 'end' },
        { key: 'hash', header: text('releases.sha256') },
        ...(isDraft ? [removal] : []),
      ]}
      rows={files.map((file) => ({
        id: file.id,
        cells: {
          file: <FileName file={file} isFirst={file.id === first} />,
          source: <Source file={file} />,
          size: <span className="nums">{formatSize(file.sizeBytes)}</span>,
          hash: <Hash file={file} />,
          actions: <Remove named={named} file={file} />,
        },
      }))}
    />
  );
}

function FileName({ file, isFirst }: { file: ReleaseArtifact; isFirst: boolean }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="break-all">{file.fileName}</span>
      {file.platform === '' ? null : <span className="font-normal text-muted text-sm">{file.platform}</span>}
      {isFirst ? <Badge>{text('releases.fetchedFirst')}</Badge> : null}
    </span>
  );
}

function Source({ file }: { file: ReleaseArtifact }) {
  const words = text(`releases.source.${file.source}`);
  if (file.address === undefined) return <>{words}</>;
  return (
    <a href={file.address} rel="noopener noreferrer" title={file.address} className="link">
      {words}
    </a>
  );
}

function Hash({ file }: { file: ReleaseArtifact }) {
  return (
    <span className="flex items-center gap-1">
      <span title={file.sha256} className="whitespace-nowrap font-mono text-sm">
        {file.sha256.slice(0, 12)}…
      </span>
      <CopyButton name={text('releases.hashOf', { file: file.fileName })} value={file.sha256} />
    </span>
  );
}

function Remove({ named, file }: { named: NamedRelease; file: ReleaseArtifact }) {
  return (
    <form action={removeFile}>
      <WhichRelease release={named} />
      <input type="hidden" name="file" value={file.id} />
      <SubmitButton
        variant="danger"
        size="small"
        aria-label={text('releases.removeNamed', { file: file.fileName })}
        pendingText={text('releases.removing')}
      >
        {text('releases.remove')}
      </SubmitButton>
    </form>
  );
}
