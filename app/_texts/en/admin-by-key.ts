/** Which operation does what the admin area does. */
export const adminByKey = {
  title: 'The admin area by key',
  intro:
    'Whatever an administrator does in the admin area, an administrator’s developer key can do, unless a reason stands beside it. Give a key only the operations that its program needs.',
  count: 'Of {all} things that administrators do, a key can do {some}.',
  groups: 'Parts of the admin area',
  use: 'In the admin area',
  operation: 'By key',
  none: 'By no key.',
  caption: '{group}: what administrators do, and by which operation',
};
