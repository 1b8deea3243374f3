import { CopyButton } from '../../_ui/copy-button';

/** Facts that are set elsewhere, each ready to be copied. */
export function FactRows({ rows }: { rows: { name: string; value: string }[] }) {
  return (
    <dl className="flex flex-col gap-1">
      {rows.map(({ name, value }) => (
        <div key={name} className="flex flex-wrap items-center gap-x-3">
          <dt className="text-muted">{name}</dt>
          <dd className="flex min-w-0 items-center gap-1">
            <span className="break-all font-mono text-sm">{value}</span>
            <CopyButton name={name} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
