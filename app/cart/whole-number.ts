/** A form field as a whole number from 0 up; NaN for everything else, which the cart's rules then refuse. */
export function wholeNumber(field: string): number {
  return /^\d{1,10}$/.test(field.trim()) ? Number(field) : Number.NaN;
}
