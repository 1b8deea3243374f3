/** An upload stopped for a reason that a person has to look at; `problem` names its words. */
export class Stopped extends Error {
  constructor(readonly problem: string) {
    super(problem);
  }
}
