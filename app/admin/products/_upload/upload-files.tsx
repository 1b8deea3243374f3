'use client';

import { useId, useState } from 'react';
import { uploads as words } from '../../../_texts/en/uploads';
import { Field } from '../../../_ui/field';
import { DropZone } from './drop-zone';
import { type ShownUnfinished, UnfinishedUploads } from './unfinished-uploads';
import { UploadRow } from './upload-row';
import { announcement } from './upload-words';
import { useUploads } from './use-uploads';

type UploadFilesProps = {
  releaseId: string;
  /** What `listUnfinished` says of this release. */
  unfinished: ShownUnfinished[];
};

/**
 * Sends files of a version: choose or drop several, see how each moves, cancel, and go on after a cut of the line, a
 * reload or a sign-in with the same file.
 */
export function UploadFiles({ releaseId, unfinished }: UploadFilesProps) {
  const { files, add, again, cancel, remove } = useUploads();
  const [platform, setPlatform] = useState('');
  const platformId = useId();
  const listed = new Set(files.map(({ uploadId }) => uploadId));
  return (
    <div className="flex flex-col gap-5">
      <Field
        id={platformId}
        className="max-w-sm"
        label={words.platform}
        hint={words.platformHint}
        maxLength={60}
        autoComplete="off"
        value={platform}
        onChange={(event) => setPlatform(event.target.value)}
      />
      <DropZone onFiles={(chosen) => add(chosen.map((file) => ({ file, releaseId, platform: platform.trim() })))} />
      {files.length === 0 ? null : (
        <ul aria-label={words.listLabel} className="divide-y divide-line rounded-md border border-line bg-raised">
          {files.map((file) => (
            <UploadRow key={file.key} file={file} again={again} cancel={cancel} remove={remove} />
          ))}
        </ul>
      )}
      {/* Each file has its own, so that only the one that changed is read out. */}
      <div className="sr-only">
        {files.map((file) => (
          <p key={file.key} role="status">
            {announcement(file)}
          </p>
        ))}
      </div>
      <UnfinishedUploads uploads={unfinished.filter(({ id }) => !listed.has(id))} />
    </div>
  );
}
