import type { Member } from '@/lib/protocols/v1/manage/handle';
import { text } from '../../../_texts/text';

/** The members of what is sent or answered; those of a member fold out below it. */
export function MemberTree({ members }: { members: Member[] }) {
  return (
    <ul className="flex flex-col divide-y divide-line border-line border-y">
      {members.map((member) => (
        <li key={member.name} className="flex flex-col gap-1 py-2.5">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <code className="break-all font-mono text-sm">{member.name}</code>
            <span className="text-muted text-sm">
              {member.type}
              {member.isRequired ? '' : `, ${text('reference.optional')}`}
            </span>
          </p>
          {member.note ? <p className="max-w-text text-sm">{member.note}</p> : null}
          {member.limits ? <p className="max-w-text break-words text-muted text-sm">{member.limits}</p> : null}
          {member.members.length > 0 ? (
            <details className="ps-4">
              <summary className="cursor-pointer text-sm">{text('reference.membersOf', { name: member.name })}</summary>
              <div className="pt-2">
                <MemberTree members={member.members} />
              </div>
            </details>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
