import type { BackupOutlook } from '@/lib/system/list-backups';
import { text } from '../../../_texts/text';
import { CopyButton } from '../../../_ui/copy-button';
import { Notice } from '../../../_ui/notice';

/** What keeps the store from backing itself up or from rehearsing, and what to do about it. */
export function Obstacles({ outlook }: { outlook: BackupOutlook }) {
  const { folder, role } = outlook;
  const command = text('backups.roleCommand', { role });
  return (
    <>
      {outlook.isFolderWritable ? null : (
        <Notice tone="bad" title={text('backups.folderTitle')}>
          {text('backups.folderText', { folder })}
        </Notice>
      )}
      {outlook.mayCreateDatabases ? null : (
        <Notice tone="warn" title={text('backups.roleTitle')}>
          {text('backups.roleText', { role })}
          <span className="flex items-center gap-2 pt-1">
            <code className="break-all font-mono text-sm">{command}</code>
            <CopyButton value={command} name={command} />
          </span>
        </Notice>
      )}
    </>
  );
}
