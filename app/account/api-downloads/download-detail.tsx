import { renderMarkdown } from '@/lib/catalog/render-markdown';
import type { DownloadRelease, DownloadRow } from '@/lib/downloads/list-downloads';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';
import { DateTime } from '../../_ui/date-time';
import { BetaWish } from './beta-wish';
import { DownloadLinks } from './download-links';
import { type FileExtra, FileFacts } from './file-facts';

type DetailProps = { row: DownloadRow; fileExtra: FileExtra };

/** Below a product: its newest files, what changed, older versions, how long the links live, and the beta wish. */
export function DownloadDetail({ row, fileExtra }: DetailProps) {
  return (
    <div className="flex flex-col gap-3 text-sm">
      {row.newest.files.map((file) => (
        <FileFacts key={file.id} file={file} extra={fileExtra(file, row)} />
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
              <OlderRelease key={release.version} release={release} row={row} fileExtra={fileExtra} />
            ))}
          </ul>
        </details>
      )}
      <BetaWish row={row} />
    </div>
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

function OlderRelease({ release, row, fileExtra }: DetailProps & { release: DownloadRelease }) {
  return (
    <li className="flex flex-col gap-2 border-line border-t py-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="font-mono">{release.version}</span>
          {release.isBeta ? <Badge>{text('account.beta')}</Badge> : null}
          <span className="text-muted">
            <DateTime at={release.releasedAt} />
          </span>
        </span>
        <DownloadLinks files={release.files} />
      </div>
      {release.files.map((file) => (
        <FileFacts key={file.id} file={file} extra={fileExtra(file, row)} />
      ))}
      <Changes release={release} />
    </li>
  );
}
