import { CopyButton } from '../_ui/copy-button';

/** A piece of code whose long lines wrap, with its copy button beside it and never upon it. */
export function WrappedCode({ code, name }: { code: string; name: string }) {
  return (
    <div className="flex max-w-3xl items-start justify-between gap-2 rounded-md border border-line bg-sunken py-2 ps-4 pe-2">
      <pre className="min-w-0 whitespace-pre-wrap py-2 font-mono text-sm [overflow-wrap:anywhere]">{code}</pre>
      <CopyButton name={name} value={code} />
    </div>
  );
}
