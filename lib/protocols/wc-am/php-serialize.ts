/** What can be told to PHP. A whole number is an int, any other a float; a list or a plain object is a PHP array. */
export type PhpValue = null | boolean | number | string | readonly PhpValue[] | PhpMembers | StdClass;

export type PhpMembers = { readonly [name: string]: PhpValue };

/** An object of PHP's class stdClass, which is what clients expect around a serialized answer (wc-am.md 3.4). */
export class StdClass {
  readonly members: PhpMembers;

  constructor(members: PhpMembers) {
    this.members = members;
  }
}

/**
 * What PHP's `serialize()` writes for the value, byte for byte once the text is sent as UTF-8: lengths count bytes, not
 * characters. A lone surrogate counts, and is sent, as U+FFFD.
 */
export function phpSerialize(value: PhpValue): string {
  switch (typeof value) {
    case 'string':
      return serializeText(value);
    case 'number':
      return serializeNumber(value);
    case 'boolean':
      return value ? 'b:1;' : 'b:0;';
    default:
      return value === null ? 'N;' : serializeMembers(value);
  }
}

function serializeMembers(value: readonly PhpValue[] | PhpMembers | StdClass): string {
  if (value instanceof StdClass) {
    const members = Object.entries(value.members);
    // A property's name stays a text, also when it looks like a number.
    const body = members.map(([name, member]) => serializeText(name) + phpSerialize(member)).join('');
    return `O:8:"stdClass":${members.length}:{${body}}`;
  }
  const members = Object.entries(value);
  return `a:${members.length}:{${members.map(([key, member]) => serializeKey(key) + phpSerialize(member)).join('')}}`;
}

function serializeText(text: string): string {
  return `s:${Buffer.byteLength(text)}:"${text}";`;
}

// PHP makes an int of an array key that is written like one, as far as 64 bits go.
function serializeKey(key: string): string {
  const isInt = /^(0|-?[1-9]\d{0,18})$/.test(key) && BigInt.asIntN(64, BigInt(key)) === BigInt(key);
  return isInt ? `i:${key};` : serializeText(key);
}

function serializeNumber(value: number): string {
  if (Number.isSafeInteger(value) && !Object.is(value, -0)) return `i:${value};`;
  if (Number.isNaN(value)) return 'd:NAN;';
  if (!Number.isFinite(value)) return value > 0 ? 'd:INF;' : 'd:-INF;';
  return `d:${floatText(value)};`;
}

// The shortest digits that give the same float, as both languages write them; PHP's exponent form begins elsewhere.
function floatText(value: number): string {
  if (Object.is(value, -0)) return '-0';
  const [digits = '', power = '0'] = value.toExponential().split('e');
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 17) return plainDigits(digits, exponent);
  return `${digits.includes('.') ? digits : `${digits}.0`}E${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
}

function plainDigits(digits: string, exponent: number): string {
  const sign = digits.startsWith('-') ? '-' : '';
  const all = digits.replace(/[-.]/g, '');
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${all}`;
  const whole = all.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const rest = all.slice(exponent + 1);
  return sign + whole + (rest === '' ? '' : `.${rest}`);
}
