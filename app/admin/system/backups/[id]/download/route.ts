import { Readable } from 'node:stream';
import { redirect } from 'next/navigation';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { openBackup } from '@/lib/system/open-backup';

const PAGE = '/admin/system/backups';

/** The archive of a backup. Asked for as a change is, because it is audited, and after a fresh proof of who is there. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { actor } = await requireAdminChange(PAGE);
  await requireStepUp(PAGE);
  const result = await openBackup({ id: (await params).id, actor });
  if (!result.ok) redirect(`${PAGE}?notice=${result.reason}`);
  // Node's and the browser's names for one and the same stream.
  const body = Readable.toWeb(result.stream) as ReadableStream<Uint8Array>;
  return new Response(body, {
    headers: {
      'content-type': 'application/x-tar',
      'content-length': String(result.sizeBytes),
      'content-disposition': `attachment; filename="${result.name}"`,
      // no-transform: its parts are compressed already.
      'cache-control': 'private, no-store, no-transform',
    },
  });
}
