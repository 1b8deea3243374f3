import { text } from '../../../../../_texts/text';
import { Link } from '../../../../../_ui/link';

type PlanHeadProps = { product: { number: number }; title: string; about: string };

/** What a plan's form is about, and the way back. */
export function PlanHead({ product, title, about }: PlanHeadProps) {
  return (
    <div className="flex flex-col gap-2">
      <Link href={`/admin/products/${product.number}/sale`} className="link self-start text-sm">
        {text('editor.backToPlans')}
      </Link>
      <h2 className="text-lg">{title}</h2>
      <p className="max-w-text text-muted">{about}</p>
    </div>
  );
}
