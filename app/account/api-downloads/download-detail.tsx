import { renderMarkdown } from '@/lib/catalog/render-markdown';
import type { DownloadFile, DownloadRelease, DownloadRow } from '@/lib/downloads/list-downloads';
import { text } from '../../_texts/text';
import { CopyButton } from '../../_ui/copy-button';
import { DateTime } from '../../_ui/date-time';
import { DownloadLinks } from './download-links';

/** Below a product: the newest files' hashes, what changed, older versions, and how long the links live. */
export function DownloadDetail({ row }: { row: DownloadRow }) {
  return (
    <div className="flex flex-col gap-3 text-sm">
      {row.newest.files.map((file) => (
        <Hash key={file.id} file={file} />
      ))}
      <p className="text-muted">
        {text('account.linkValidUntil')} <DateTime at={row.linksExpireAt} form="moment" />
      </p>
      <Changes release={row.newest} />
      {row.older.length === 0 ? null : (
        <details>
          <summary className="w-fit cursor-pointer py-1 text-brass">{text('account.older')}</summary>
          <ul className="flex flex-col">
            {row.older.map((release) => (
              <OlderRelease key={release.version} release={release} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Hash({ file }: { file: DownloadFile }) {
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      <span className="text-muted">{text('account.sha256')}</span>
      <span className="break-all font-mono">{file.sha256}</span>
      <CopyButton name={text('account.sha256Of', { file: file.fileName })} value={file.sha256} />
    </p>
  );
}

function Changes({ release }: { release: DownloadRelease }) {
  if (release.changelogMd === '') return null;
  return (
    <details>
      <summary className="w-fit cursor-pointer py-1 text-brass">
        {text('account.whatChanged', { version: release.version })}
      </summary>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by renderMarkdown */}
      <div className="prose" dangerouslySetInnerHTML={{ __html: renderMarkdown(release.changelogMd) }} />
    </details>
  );
}

function OlderRelease({ release }: { release: DownloadRelease }) {
  return (
    <li className="flex flex-col gap-2 border-line border-t py-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span>
          <span className="font-mono">{release.version}</span>{' '}
          <span className="text-muted">
            <DateTime at={release.releasedAt} />
          </span>
        </span>
        <DownloadLinks files={release.files} />
      </div>
      {release.files.map((file) => (
        <Hash key={file.id} file={file} />
      ))}
      <Changes release={release} />
    </li>
  );
}
