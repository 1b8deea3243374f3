import { CopyButton } from '../../../_ui/copy-button';

/** Text for machines: it scrolls inside its own frame and is copied in one press. */
export function CodeBlock({ label, copyName, code }: { label: string; copyName: string; code: string }) {
  return (
    <div className="relative rounded-md border border-line bg-sunken">
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-[36rem] overflow-auto rounded-md p-4 pe-14"
      >
        <pre className="font-mono text-sm">{code}</pre>
      </section>
      <div className="absolute end-2 top-2">
        <CopyButton name={copyName} value={code} />
      </div>
    </div>
  );
}
