import { text } from '../_texts/text';

/** The discount's words, with the promotion code where one is known. */
export function discountLabel(code: string | null): string {
  return code ? text('invoices.discountCode', { code }) : text('invoices.discount');
}
