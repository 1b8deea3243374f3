import type { readChainStanding } from '@/lib/audit/read-chain-head';
import { text } from '../../../_texts/text';
import { CopyButton } from '../../../_ui/copy-button';
import { DateTime } from '../../../_ui/date-time';
import { VerifyChain } from './verify-button';

type Standing = Awaited<ReturnType<typeof readChainStanding>>;

/** How far the chain has come, and the button that goes along all of it. */
export function ChainPanel({ standing: { head, unsealed } }: { standing: Standing }) {
  return (
    <section
      aria-labelledby="chain"
      className="flex flex-col gap-4 rounded-md border border-line px-5 py-4 sm:flex-row sm:justify-between"
    >
      <div className="flex min-w-0 flex-col gap-1">
        <h2 id="chain" className="font-semibold">
          {text('logs.audit.chainTitle')}
        </h2>
        {head ? (
          <>
            <p className="text-muted text-sm">
              {text('logs.audit.chainHead', { position: String(head.position), toId: head.toId })}{' '}
              <DateTime at={head.sealedAt} form="moment" />
            </p>
            <div className="flex min-w-0 items-center gap-1">
              <code className="min-w-0 truncate font-mono text-muted text-sm">{head.digest}</code>
              <CopyButton name={text('logs.audit.digestName')} value={head.digest} />
            </div>
          </>
        ) : (
          <p className="text-muted text-sm">{text('logs.audit.chainNone')}</p>
        )}
        {unsealed > 0 ? (
          <p className="text-muted text-sm">{text('logs.audit.chainWaiting', { count: unsealed })}</p>
        ) : null}
      </div>
      <VerifyChain label={text('logs.audit.verify')} pendingText={text('logs.audit.verifying')} />
    </section>
  );
}
