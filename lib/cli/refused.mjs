/** The command cannot go on, for a reason a person can mend. The message is one plain sentence; exit code 1. */
export class Refused extends Error {}
