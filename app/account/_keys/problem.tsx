import { Notice } from '../../_ui/notice';

/** Why the last press did nothing, inside its dialog. */
export function Problem({ text }: { text: string }) {
  return (
    <div role="alert" className="empty:hidden">
      {text ? <Notice tone="bad">{text}</Notice> : null}
    </div>
  );
}
