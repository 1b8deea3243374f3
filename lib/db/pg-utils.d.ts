// The driver's own writing of values as parameters, which its types leave out.
declare module 'pg/lib/utils' {
  const utils: { prepareValue: (value: unknown) => Buffer | string | null };
  export default utils;
}
