import { text } from '../../../_texts/text';

/** The pages about the store itself, in the order of their tabs. */
export const systemPages = [
  { href: '/admin/system', label: text('system.health'), about: text('system.title') },
  { href: '/admin/system/jobs', label: text('system.jobs'), about: text('system.title') },
  { href: '/admin/system/backups', label: text('system.backups'), about: text('system.title') },
  { href: '/admin/system/updates', label: text('system.updates'), about: text('system.title') },
] as const;
