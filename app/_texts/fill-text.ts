export type Params = Record<string, string | number>;
/** A text with a form for each plural category the language needs; `other` is always there. */
export type Plural = { one?: string; few?: string; many?: string; other: string };

const LANGUAGE = 'en';
const plurals = new Intl.PluralRules(LANGUAGE);
const numbers = new Intl.NumberFormat(LANGUAGE);

/** Puts `params` into the places `{name}` of a text; of a plural, the form for `params.count`. Numbers are grouped. */
export function fillText(template: string | Plural, params: Params = {}): string {
  const chosen = typeof template === 'string' ? template : pluralForm(template, params.count);
  return chosen.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name];
    if (value === undefined) return place;
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}

function pluralForm(forms: Plural, count: string | number | undefined): string {
  const category = plurals.select(Number(count ?? 0));
  return (category === 'one' || category === 'few' || category === 'many' ? forms[category] : undefined) ?? forms.other;
}
