'use client';

import { unstable_rethrow } from 'next/navigation';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState, useTransition } from 'react';
import { keyDesk as words } from '../../_texts/en/key-desk';
import { AskDialog } from '../../_ui/ask-dialog';
import { Notice } from '../../_ui/notice';
import type { AccessChoice } from './access-choice';
import { type Act, DeskContext, type Question } from './desk-context';
import type { KeyAnswer, ShownKey } from './key-answer';
import { QuestionDialog } from './question-dialog';
import { ShowOnce } from './show-once';
import { ShownKeyDialog } from './shown-key-dialog';
import { Toast } from './toast';

type KeyDeskProps = {
  /** What Configure Access offers, by area. */
  areas: AccessChoice[];
  /** The form in which the person shows once more who they are; it comes back to this page. */
  proof: ReactNode;
  /** When the person last did; another value means that they have done so now. */
  provenAt: string;
  children: ReactNode;
};

type Waiting = Parameters<Act>;

/**
 * What the buttons of developer keys have in common: the questions in front of the page, the proof of who is there, the
 * place that shows a new key, and what is said afterwards.
 */
export function KeyDesk({ areas, proof, provenAt, children }: KeyDeskProps) {
  const desk = useAnswers(provenAt);
  const { question, setQuestion, problem, shown, said, needsProof, act, isBusy } = desk;
  const value = useMemo(() => ({ ask: setQuestion, act, isBusy }), [setQuestion, act, isBusy]);
  if (shown?.isOnce) return <ShowOnce shown={shown} />;
  return (
    <DeskContext value={value}>
      <div role="alert" className="empty:hidden">
        {problem && !question ? <Notice tone="bad">{problem}</Notice> : null}
      </div>
      {children}
      <Toast text={said} hide={desk.unsay} />
      {question && !needsProof ? (
        <QuestionDialog question={question} areas={areas} problem={problem} close={() => setQuestion(undefined)} />
      ) : null}
      <AskDialog
        isOpen={needsProof}
        onClose={desk.giveUpProof}
        title={words.proofTitle}
        text={words.proofText}
        closeText={words.cancel}
      >
        {proof}
      </AskDialog>
      {shown ? <ShownKeyDialog shown={shown} close={desk.hide} /> : null}
    </DeskContext>
  );
}

function useAnswers(provenAt: string) {
  const [question, changeQuestion] = useState<Question>();
  const [problem, setProblem] = useState('');
  const [said, setSaid] = useState('');
  const [shown, setShown] = useState<ShownKey>();
  const [waiting, setWaiting] = useState<Waiting>();
  const [isBusy, start] = useTransition();

  const setQuestion = useCallback((next: Question | undefined) => {
    setProblem('');
    if (next) setSaid('');
    changeQuestion(next);
  }, []);

  const unsay = useCallback(() => setSaid(''), []);
  const hide = useCallback(() => setShown(undefined), []);
  const act: Act = useCallback((run, onDone) => {
    setProblem('');
    setSaid('');
    start(async () => {
      const answer = await asked(run);
      if (!answer.ok && answer.reason === 'proof_needed') return setWaiting([run, onDone]);
      setWaiting(undefined);
      if (!answer.ok) return setProblem(answer.problem);
      changeQuestion(undefined);
      const isDealtWith = (await onDone?.(answer)) ?? false;
      setSaid(answer.said);
      if (answer.shown && !isDealtWith) setShown(answer.shown);
    });
  }, []);

  useAfterProof(provenAt, waiting, act);
  return {
    question,
    setQuestion,
    problem,
    said,
    unsay,
    shown,
    hide,
    needsProof: waiting !== undefined,
    giveUpProof: () => setWaiting(undefined),
    act,
    isBusy,
  };
}

/** Goes on with what waits as soon as the page says that the person has shown who they are. */
function useAfterProof(provenAt: string, waiting: Waiting | undefined, act: Act): void {
  const seen = useRef(provenAt);
  useEffect(() => {
    if (seen.current === provenAt) return;
    seen.current = provenAt;
    if (waiting) act(...waiting);
  }, [provenAt, waiting, act]);
}

async function asked(run: () => Promise<KeyAnswer>): Promise<KeyAnswer> {
  try {
    return await run();
  } catch (error) {
    // A redirect (to sign in) is thrown too, and is for the router.
    unstable_rethrow(error);
    return { ok: false, reason: 'refused', problem: words.failed };
  }
}
