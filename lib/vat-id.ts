/**
 * How the numbers after the country's letters look: the member states of the EU as its VIES service describes them, and three
 * neighbours that sell there. EL is Greece, XI is Northern Ireland.
 */
const FORMS: Record<string, RegExp> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^[A-Z0-9]\d{7}[A-Z0-9]$/,
  FI: /^\d{8}$/,
  FR: /^[A-Z0-9]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/,
  IT: /^\d{11}$/,
  LT: /^(\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^[A-Z0-9+*]{10}\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(\d{9}|\d{12}|(GD|HA)\d{3})$/,
  GB: /^(\d{9}|\d{12}|(GD|HA)\d{3})$/,
  CH: /^E\d{9}(MWST|TVA|IVA)?$/,
  NO: /^\d{9}(MVA)?$/,
};

/**
 * A VAT id as it is written on an invoice (`de 123.456.789` → `DE123456789`), or undefined when it cannot be one. Only the
 * form is looked at: whether the number was given to anybody is for VIES to say. An id without a country's letters (ABN,
 * GSTIN, EIN) is taken when it is 5 to 20 letters and digits.
 */
export function readVatId(text: string): string | undefined {
  const id = text.toUpperCase().replace(/[\s.\-/]/g, '');
  if (!/^[A-Z0-9+*]{5,20}$/.test(id)) return undefined;
  if (!/^[A-Z]{2}/.test(id)) return id;
  const form = FORMS[id.slice(0, 2)];
  return form?.test(id.slice(2)) ? id : undefined;
}
