import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PhpValue, phpSerialize, StdClass } from '@/lib/protocols/wc-am/php-serialize';
import { type PhpRead, readPhp } from '../../support/read-php';
import { hasPhp, runPhp } from '../../support/run-php';

const text = fc.string({ unit: fc.constantFrom('a', '"', ';', '}', '\\', '\u0000', 'é', '漢', '🔑', '\u200f') });
const { value } = fc.letrec<{ value: PhpValue; members: Record<string, PhpValue> }>((tie) => ({
  members: fc.dictionary(fc.oneof(text, fc.integer().map(String)), tie('value'), { maxKeys: 4 }),
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.integer(),
    fc.maxSafeInteger(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('members'),
    tie('members').map((members) => new StdClass(members)),
  ),
}));

/** What a reader must see, worked out from the value alone. */
function expected(given: PhpValue): PhpRead {
  if (given === null || typeof given === 'boolean' || typeof given === 'string') return given;
  if (typeof given === 'number') {
    const isInt = Number.isSafeInteger(given) && !Object.is(given, -0);
    return isInt ? { int: String(given) } : { float: expect.any(String) };
  }
  if (given instanceof StdClass) {
    return { class: 'stdClass', members: Object.entries(given.members).map(([name, each]) => [name, expected(each)]) };
  }
  const pairs = Object.entries(given).map(([key, each]): [PhpRead, PhpRead] => [
    /^(0|-?[1-9]\d*)$/.test(key) ? { int: key } : key,
    expected(each),
  ]);
  return { array: pairs };
}

describe('a serialized value', () => {
  test('is read back as the same value by a reader that counts bytes', () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(readPhp(phpSerialize(given))).toEqual(expected(given));
      }),
    );
  });

  test.each<[PhpValue, string]>([
    ['Grün', 's:5:"Grün";'],
    ['🔑', 's:4:"🔑";'],
    ['', 's:0:"";'],
    [0, 'i:0;'],
    [-7, 'i:-7;'],
    [1.5, 'd:1.5;'],
    [-0, 'd:-0;'],
    [0.00012, 'd:0.00012;'],
    [0.00001, 'd:1.0E-5;'],
    [1e300, 'd:1.0E+300;'],
    [Number.NaN, 'd:NAN;'],
    [Number.NEGATIVE_INFINITY, 'd:-INF;'],
    [true, 'b:1;'],
    [null, 'N;'],
    [['a', 2], 'a:2:{i:0;s:1:"a";i:1;i:2;}'],
    [{ 12: 'x', '007': 'y' }, 'a:2:{i:12;s:1:"x";s:3:"007";s:1:"y";}'],
    [new StdClass({ 1: 'x' }), 'O:8:"stdClass":1:{s:1:"1";s:1:"x";}'],
    [new StdClass({}), 'O:8:"stdClass":0:{}'],
    ['a\ud800', 's:4:"a\ud800";'],
  ])('%j is %s', (given, serialized) => {
    expect(phpSerialize(given)).toBe(serialized);
  });
});

test.skipIf(!hasPhp())('PHP reads any value and writes the same bytes again', () => {
  const given = fc.sample(value, 500).map(phpSerialize);
  const lines = given.map((one) => Buffer.from(one).toString('base64')).join('\n');
  const again = runPhp(
    'foreach (explode("\\n", file_get_contents("php://stdin")) as $line) echo base64_encode(serialize(unserialize(base64_decode($line)))), "\\n";',
    lines,
  );
  const written = again
    .trim()
    .split('\n')
    .map((line) => Buffer.from(line, 'base64').toString('utf8'));
  expect(written).toEqual(given);
});
