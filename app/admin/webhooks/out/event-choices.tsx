import { webhooks as words } from '../../../_texts/en/webhooks';

/** A type of event that can be chosen. */
export type EventChoice = { type: string; group: 'orders' | 'licences' | 'activations' | 'keys'; about: string };

const GROUPS = ['orders', 'licences', 'activations', 'keys'] as const;

type EventChoicesProps = { choices: EventChoice[]; chosen: string[]; error: string | undefined };

/** What an endpoint is told of, a group beside the other. */
export function EventChoices({ choices, chosen, error }: EventChoicesProps) {
  return (
    <section id="events" tabIndex={-1} aria-labelledby="events-title" className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h2 id="events-title" className="text-lg">
          {words.choose}
        </h2>
        <p className="text-muted">{words.chooseText}</p>
        {error ? <p className="font-medium text-bad text-sm">{error}</p> : null}
      </div>
      <div className="gap-x-10 lg:columns-2">
        {GROUPS.map((group) => (
          <fieldset key={group} className="mb-8 flex min-w-0 break-inside-avoid flex-col">
            <legend className="pb-2 font-medium">{words[`group.${group}`]}</legend>
            {choices
              .filter((choice) => choice.group === group)
              .map(({ type, about }) => (
                <label
                  key={type}
                  htmlFor={type}
                  className="flex cursor-pointer items-start gap-3 border-line border-t py-2.5 hover:bg-sunken"
                >
                  <input
                    id={type}
                    name={type}
                    type="checkbox"
                    defaultChecked={chosen.includes(type)}
                    className="mt-0.5 size-5 shrink-0 accent-ink"
                  />
                  <span className="flex min-w-0 flex-col">
                    <span className="break-words font-mono text-sm">{type}</span>
                    <span className="text-muted text-sm">{about}</span>
                  </span>
                </label>
              ))}
          </fieldset>
        ))}
      </div>
    </section>
  );
}
