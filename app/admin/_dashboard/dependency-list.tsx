import { now } from '@/lib/clock';
import { unreachable } from '@/lib/errors';
import { type Dependency, readDependencies } from '@/lib/reports/read-dependencies';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';

const TONES = { good: 'good', bad: 'bad', off: 'neutral', slow: 'warn', away: 'bad' } as const;

/** How the things the store depends on are. Asked while the rest of the page is already there. */
export async function DependencyList() {
  const dependencies = await readDependencies(now());
  return (
    <dl className="border-line border-b">
      {dependencies.map((dependency) => (
        <div
          key={dependency.name}
          className="grid grid-cols-[6rem_minmax(0,1fr)] gap-x-4 gap-y-0.5 border-line border-t py-2.5 sm:grid-cols-[7rem_7rem_minmax(0,1fr)]"
        >
          <dt className="font-medium">{text(`dashboard.health.${dependency.name}`)}</dt>
          <dd>
            <Badge tone={TONES[dependency.state]}>{text(`dashboard.state.${dependency.state}`)}</Badge>
          </dd>
          <dd className="col-span-full text-muted sm:col-span-1">{detailOf(dependency)}</dd>
        </div>
      ))}
    </dl>
  );
}

function detailOf({ name, state, variant, count }: Dependency): string {
  if (state === 'away') return awayText(name);
  if (state === 'bad' && (name === 'database' || name === 'jobs' || name === 'storage'))
    return text(`dashboard.detail.${name}.bad`);
  switch (name) {
    case 'database':
    case 'jobs':
      return text(`dashboard.detail.${name}.good`);
    case 'storage':
      if (state === 'slow') return text('dashboard.detail.storage.slow');
      return text(variant === 's3' ? 'dashboard.detail.storage.s3' : 'dashboard.detail.storage.plain');
    case 'mail':
      return text(`dashboard.detail.mail.${state === 'slow' ? 'good' : state}`, { count });
    case 'payments':
      if (state === 'bad') return text('dashboard.detail.payments.bad', { count });
      return text(variant === 'demo' ? 'dashboard.detail.payments.demo' : 'dashboard.detail.payments.plain');
    case 'dropbox':
      return text('dashboard.detail.dropbox.good');
    default:
      return unreachable(name);
  }
}

/** Only what is reached over the network by a call that may be spared can be away. */
function awayText(name: Dependency['name']): string {
  return name === 'database' || name === 'jobs'
    ? text(`dashboard.detail.${name}.bad`)
    : text(`dashboard.detail.${name}.away`);
}
