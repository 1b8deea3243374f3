import { text } from '../../../_texts/text';

/** A kind of job as people call it; one without words is shown by its name. */
export function kindText(kind: string): string {
  if (kind.startsWith('webhook.')) return text('system.kind.webhook');
  switch (kind) {
    case 'mail':
    case 'dropbox_save':
    case 'release_news':
      return text(`system.kind.${kind}`);
    default:
      return kind.replaceAll(/[._]/g, ' ');
  }
}

/** Where jobs of a kind that were given up are handled. */
export function handledAt(kind: string): string {
  if (kind === 'mail') return '/admin/mail?state=failed';
  return kind.startsWith('webhook.') ? '/admin/webhooks/deliveries' : '#given-up';
}
