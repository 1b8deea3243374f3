import { PageNotice } from '../../_parts/page-notice';

/** What the last action about Dropbox came to. */
export function DropboxNotice({ code }: { code: string | string[] | undefined }) {
  return (
    <PageNotice
      code={code}
      known={{
        dropbox_connected: { tone: 'good', key: 'dropbox.notice.connected' },
        dropbox_denied: { tone: 'warn', key: 'dropbox.notice.denied' },
        dropbox_state: { tone: 'warn', key: 'dropbox.notice.state' },
        dropbox_refused: { tone: 'warn', key: 'dropbox.notice.refused' },
        dropbox_busy: { tone: 'warn', key: 'dropbox.notice.busy' },
        dropbox_off: { tone: 'warn', key: 'dropbox.notice.off' },
        dropbox_store_out_of_reach: { tone: 'warn', key: 'dropbox.out.title' },
        dropbox_disconnected: { tone: 'good', key: 'dropbox.notice.disconnected' },
        dropbox_disconnected_here: { tone: 'warn', key: 'dropbox.notice.disconnected_here' },
        dropbox_not_connected: { tone: 'warn', key: 'dropbox.notice.not_connected' },
        dropbox_not_entitled: { tone: 'warn', key: 'dropbox.notice.not_entitled' },
        dropbox_too_many_open: { tone: 'warn', key: 'dropbox.notice.too_many_open' },
      }}
    />
  );
}
