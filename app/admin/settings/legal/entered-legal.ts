import type { LegalTexts } from '@/lib/settings/legal-pages';
import { LEGAL_PAGES } from '@/lib/settings/setting-choices';
import { formField } from '../../../_shell/form-field';

/** What a form brought. Under the prefix `shown.` it also brings what it showed before anything was typed. */
export function readEnteredLegal(form: unknown, prefix: '' | 'shown.' = ''): LegalTexts {
  // Browsers send line ends of their own.
  const pairs = LEGAL_PAGES.map((page) => [page, formField(form, prefix + page).replaceAll('\r\n', '\n')]);
  // Object.fromEntries forgets the names it was given.
  return Object.fromEntries(pairs) as LegalTexts;
}

/** Only what this admin changed: a page left alone must not undo what another admin saved in the meantime. */
export function changedLegal(entered: LegalTexts, shown: LegalTexts): Partial<LegalTexts> {
  return Object.fromEntries(
    LEGAL_PAGES.filter((page) => entered[page] !== shown[page]).map((page) => [page, entered[page]]),
  );
}
