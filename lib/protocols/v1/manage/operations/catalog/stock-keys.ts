import { z } from 'zod';
import {
  addAssociatedKeys,
  checkAssociatedKeys,
  type KeyListReport,
} from '../../../../../licensing/add-associated-keys';
import { type ManageReply, operation } from '../../operation';
import { findProduct, number, productPath, refuse, refuseFields } from './fields';

const MOST_KEYS = 10_000;

const keyRow = z.union([
  z.string(),
  z.object({ key: z.string(), product: number.optional().describe('Of another product or plan.') }),
]);

const notedRow = <Note extends readonly [string, ...string[]]>(notes: Note) =>
  z.object({
    row: z.int().describe('Counted from 1: the place in `keys`, or the line of `csv`.'),
    reason: z.enum(notes),
    hint: z.string().describe('The last letters of the key.'),
  });

const reportSchema = z
  .object({
    added: z.int(),
    rows: z.int(),
    good: z.int().describe('Rows that can be added.'),
    problems: z
      .array(
        notedRow([
          'csv_broken',
          'empty',
          'too_long',
          'control_characters',
          'product_not_found',
          'twice_in_list',
          'key_taken',
        ]),
      )
      .describe('Rows that are left out.'),
    warnings: z.array(notedRow(['weak', 'altered'])).describe('Rows that can be guessed, or that old clients alter.'),
  })
  .meta({ id: 'KeyListReport' });

export const addKeysOperation = operation({
  id: 'associated_keys.add',
  area: 'associated_keys',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/associated-keys/{number}/keys',
  summary: 'Add keys to the stock of a product, or say what adding them would do.',
  description:
    'Give `keys` as a list, or `csv` whose first line names a column `key` (and maybe `product`); without such a line each line is a key. The good rows are added together, the others are told. The same list again adds nothing.',
  refusals: ['not_found'],
  idempotency: 'taken',
  pathSchema: productPath,
  bodySchema: z
    .object({
      keys: z.array(keyRow).min(1).max(MOST_KEYS).optional(),
      csv: z.string().min(1).optional(),
      dry_run: z.boolean().default(false).describe('True: only say what would be done.'),
    })
    .refine(({ keys, csv }) => (keys === undefined) !== (csv === undefined), {
      error: 'must hold either keys or csv',
    }),
  answerSchema: reportSchema,
  handle: async ({ path, body, caller, at }): Promise<ManageReply<z.input<typeof reportSchema>>> => {
    const product = await findProduct(path.number);
    if (!product) return refuse('not_found');
    const { keys, csv = '' } = body;
    if (keys?.some((row) => /[\r\n]/.test(keyIn(row)))) {
      return refuseFields([{ field: 'keys', problem: 'holds a key of two lines' }]);
    }
    const offered = { productId: product.id, text: keys === undefined ? csv : csvOf(keys) };
    const isList = keys !== undefined;
    const checked = await checkAssociatedKeys(offered);
    if (!checked.ok) return refuseList(checked.reason);
    if (body.dry_run) return { ok: true, body: present({ added: 0, report: checked.report, isList }) };
    const { fingerprint } = checked.report;
    const result = await addAssociatedKeys({ ...offered, fingerprint, at, actor: caller.actor });
    if (!result.ok) return refuseList(result.reason);
    return { ok: true, body: present({ added: result.added, report: result.report, isList }) };
  },
});

type KeyRow = z.output<typeof keyRow>;

function keyIn(row: KeyRow): string {
  return typeof row === 'string' ? row : row.key;
}

// The list is read as the admin's page reads a file: one set of rules for what a key may be.
function csvOf(rows: readonly KeyRow[]): string {
  const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
  const lines = rows.map((row) => `${quote(keyIn(row))},${typeof row === 'string' ? '' : (row.product ?? '')}`);
  return ['key,product', ...lines].join('\n');
}

function refuseList(reason: 'product_not_found' | 'list_empty' | 'not_checked') {
  return reason === 'list_empty' ? refuseFields([{ field: 'csv', problem: 'holds no key' }]) : refuse('not_found');
}

type Told = { added: number; report: KeyListReport; isList: boolean };

function present({ added, report, isList }: Told): z.input<typeof reportSchema> {
  // The first line of what was made of a list names the columns.
  const above = isList ? 1 : 0;
  const told = <Note>({ line, note, hint }: { line: number; note: Note; hint: string }) => ({
    row: line - above,
    reason: note,
    hint,
  });
  const { rows, good, problems, warnings } = report;
  return { added, rows, good, problems: problems.map(told), warnings: warnings.map(told) };
}
