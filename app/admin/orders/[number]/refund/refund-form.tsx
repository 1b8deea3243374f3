'use client';

import { useActionState, useState } from 'react';
import { orders as words } from '../../../../_texts/en/orders';
import { fillText } from '../../../../_texts/fill-text';
import { Button } from '../../../../_ui/button';
import { ErrorSummary } from '../../../../_ui/error-summary';
import { formatPrice } from '../../../../_ui/format-price';
import { SubmitButton } from '../../../../_ui/submit-button';
import { writeAmount } from '../../read-amount';
import { refund } from './actions';
import type { RefundAnswer, RefundItem } from './refund-answer';
import { type Chosen, RefundItems } from './refund-items-table';
import { RefundReason } from './refund-reason';
import { WhatStops } from './what-stops';

type RefundFormProps = { orderNumber: number; currency: string; byStripe: boolean; items: RefundItem[] };

/** Units and amounts, then what they stop, then the refund of exactly that. */
export function RefundForm({ orderNumber, currency, byStripe, items }: RefundFormProps) {
  const [answer, action] = useActionState<RefundAnswer, FormData>(refund, { outcome: 'none' });
  const { chosen, isPresent, choose, chooseAll, sent } = useChosen(items, currency, answer.outcome === 'previewed');
  return (
    <form action={action} onSubmit={sent} className="flex flex-col gap-6">
      <Answer answer={answer} />
      <input type="hidden" name="number" value={String(orderNumber)} />
      <RefundItems orderNumber={orderNumber} items={items} currency={currency} chosen={chosen} choose={choose} />
      <p className="-mt-3 max-w-text text-muted text-sm">{words.amountsHint}</p>
      <Button variant="secondary" size="small" className="self-start" onClick={chooseAll}>
        {words.everything}
      </Button>
      <RefundReason onChange={() => sent(undefined)} />
      <SubmitButton
        name="step"
        value="preview"
        variant={answer.outcome === 'previewed' && isPresent ? 'secondary' : 'primary'}
        className="self-start"
        pendingText={words.previewing}
      >
        {words.preview}
      </SubmitButton>
      {answer.outcome === 'previewed' ? (
        <Confirm answer={answer} currency={currency} byStripe={byStripe} isPresent={isPresent} />
      ) : null}
    </form>
  );
}

/** What is typed, and whether it is still what was sent last. `isShown`: without scripts the page begins with the preview. */
function useChosen(items: RefundItem[], currency: string, isShown: boolean) {
  const [chosen, setChosen] = useState<Record<number, Chosen>>({});
  const [isPresent, setIsPresent] = useState(isShown);
  const choose = (item: RefundItem, change: Partial<Chosen>) => {
    const price = item.prices[Number(change.units)];
    const amount = change.units && price !== undefined ? writeAmount(price, currency) : '';
    const before = chosen[item.position] ?? { units: '', amount: '' };
    setChosen({
      ...chosen,
      [item.position]: { ...before, ...(change.units === undefined ? {} : { amount }), ...change },
    });
    setIsPresent(false);
  };
  const chooseAll = () => {
    const all = items.map(({ position, leftQuantity, leftAmount }) => [
      position,
      { units: String(leftQuantity), amount: writeAmount(leftAmount, currency) },
    ]);
    setChosen(Object.fromEntries(all));
    setIsPresent(false);
  };
  return { chosen, isPresent, choose, chooseAll, sent: (event: unknown) => setIsPresent(event !== undefined) };
}

type ConfirmProps = {
  answer: Extract<RefundAnswer, { outcome: 'previewed' }>;
  currency: string;
  byStripe: boolean;
  isPresent: boolean;
};

function Confirm({ answer, currency, byStripe, isPresent }: ConfirmProps) {
  const amount = formatPrice(answer.preview.amount, currency);
  return (
    <section
      aria-labelledby="what-stops"
      className="flex flex-col items-start gap-4 rounded-md border border-line bg-raised p-5"
    >
      <h2 id="what-stops" className="text-lg">
        {words.previewTitle}
      </h2>
      {isPresent ? (
        <>
          <WhatStops preview={answer.preview} byStripe={byStripe} />
          <input type="hidden" name="wish" value={answer.wish} />
          <input type="hidden" name="request" value={answer.requestId} />
          <input type="hidden" name="stamp" value={answer.preview.stamp} />
          <SubmitButton name="step" value="confirm" variant="danger" pendingText={words.refunding}>
            {fillText(byStripe ? words.confirmRefund : words.confirmOutside, { amount })}
          </SubmitButton>
        </>
      ) : (
        <p className="text-muted">{words.changed}</p>
      )}
    </section>
  );
}

function Answer({ answer }: { answer: RefundAnswer }) {
  if (answer.outcome !== 'refused') return null;
  const message = fillText(words[`refused.${answer.reason}`], { detail: answer.detail });
  return <ErrorSummary title={words['refused.title']} errors={[{ message }]} />;
}
