import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { dropboxSetup } from '@/lib/downloads/check-dropbox-key';
import { mailServer } from '@/lib/mailbox/send-test-mail';
import { paymentsStanding } from '@/lib/orders/check-payments';
import { readStoreSettings } from '@/lib/settings/store-settings';
import { text } from '../../_texts/text';
import { PageHeader } from '../../_ui/page-header';
import { enteredOf } from './entered-settings';
import { FocusNamed } from './focus-named';
import { KeysForm } from './keys-form';
import { readReach } from './reach-texts';
import { renderPreviews } from './render-previews';
import { SettingsForm } from './settings-form';
import { SettingsNav } from './settings-nav';

export const metadata: Metadata = { title: text('admin.settingsTitle') };

/** What an admin may set, by group; each setting says whom it affects and how many that is today. */
export default async function SettingsPage() {
  const admin = await requireAdmin('/admin/settings');
  const settings = await readStoreSettings();
  const [reach, previews] = await Promise.all([readReach(), renderPreviews(settings.downloadLinkDays)]);
  const { showProductOrderApiKeys, showMasterApiKey, showAssociatedKeys } = settings;
  return (
    <>
      <PageHeader title={text('admin.settingsTitle')} />
      <SettingsNav />
      <div className="flex flex-col gap-12">
        <KeysForm
          inForce={{ showProductOrderApiKeys, showMasterApiKey, showAssociatedKeys }}
          previews={previews}
          reach={reach.texts}
          keysReach={reach.keys}
        />
        <SettingsForm
          inForce={enteredOf(settings)}
          reach={reach.texts}
          dropbox={dropboxSetup()}
          mail={{ server: mailServer(settings), own: admin.email }}
          payments={paymentsStanding()}
        />
      </div>
      <FocusNamed />
    </>
  );
}
