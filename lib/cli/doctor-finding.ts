/** One line of `npm run doctor`. */
export type Finding = {
  name: string;
  isWell: boolean;
  text: string;
  /** Mends it, and says what was done. Left out where only a person can. */
  fix?: () => Promise<string>;
};
