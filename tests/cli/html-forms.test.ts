import { expect, test } from 'vitest';
import { formsOf } from '@/lib/cli/html-forms';
import { first } from '../support/factories';

const page = `<form action="" method="POST" enctype="multipart/form-data"><input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:&quot;a&quot;}"/>
<label><input type="radio" name="plan" value="101"/>One</label><input type="radio" checked="" name="plan" value="102"/>
<select name="quantity"><option value="1">1</option><option value="2" selected="">2</option></select>
<input name="off" value="x" disabled=""/><textarea name="note">A &amp; B</textarea>
<button type="submit" name="go" value="now">Add <b>it</b></button></form>
<form method="post" class="x"><button name="action" value="pay">Pay &#36;49.00</button></form>`;

test('a form is read as a browser would send it untouched', () => {
  const form = first(formsOf(page));
  expect(form).toMatchObject({ action: '', method: 'post', isMultipart: true });
  expect(form.fields).toEqual([
    ['$ACTION_1:0', '{"id":"a"}'],
    ['plan', '102'],
    ['quantity', '2'],
    ['note', 'A & B'],
  ]);
});

test('what can be chosen and pressed is known, whether chosen yet or not', () => {
  const [form, pay] = formsOf(page);
  expect(form?.choices).toContainEqual({ name: 'plan', value: '101' });
  expect(form?.choices.map(({ name }) => name)).not.toContain('off');
  expect(form?.buttons).toEqual([{ name: 'go', value: 'now', text: 'Add it' }]);
  expect(pay?.buttons).toEqual([{ name: 'action', value: 'pay', text: 'Pay $49.00' }]);
});
