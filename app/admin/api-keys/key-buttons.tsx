import type { KeyOfOwner } from '@/lib/access-keys/list-every-key';
import { text } from '../../_texts/text';
import { Dialog } from '../../_ui/dialog';
import { SubmitButton } from '../../_ui/submit-button';
import { disableAnyKey, revokeAnyKey } from './actions';

/** What an admin may do with somebody's key: disable it, or end it for good. */
export function KeyButtons({ row }: { row: Pick<KeyOfOwner, 'sid' | 'name' | 'state' | 'customerEmail'> }) {
  const { sid, name, state, customerEmail: email } = row;
  const named = text('keyAdmin.keyOf', { name, email });
  return (
    <span className="inline-flex justify-end gap-2">
      {state === 'active' || state === 'expired' ? (
        <Dialog
          trigger={text('keyAdmin.disable')}
          triggerName={text('keyAdmin.disableNamed', { name: named })}
          look={{ variant: 'secondary', size: 'small' }}
          title={text('keyAdmin.disableTitle', { name })}
          text={`${text('keyAdmin.disableText')} ${email}`}
          closeText={text('keyAdmin.keep')}
        >
          <form action={disableAnyKey}>
            <input type="hidden" name="sid" value={sid} />
            <SubmitButton variant="danger" pendingText={text('keyAdmin.disabling')}>
              {text('keyAdmin.disableConfirm', { name })}
            </SubmitButton>
          </form>
        </Dialog>
      ) : null}
      {state === 'revoked' ? null : (
        <Dialog
          trigger={text('keyAdmin.revoke')}
          triggerName={text('keyAdmin.revokeNamed', { name: named })}
          look={{ variant: 'danger', size: 'small' }}
          title={text('keyAdmin.revokeTitle', { name })}
          text={`${text('keyAdmin.revokeText')} ${email}`}
          closeText={text('keyAdmin.keep')}
        >
          <form action={revokeAnyKey}>
            <input type="hidden" name="sid" value={sid} />
            <SubmitButton variant="danger" pendingText={text('keyAdmin.revoking')}>
              {text('keyAdmin.revokeConfirm', { name })}
            </SubmitButton>
          </form>
        </Dialog>
      )}
    </span>
  );
}
