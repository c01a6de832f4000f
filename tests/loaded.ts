// What many tests ask of, loaded once for all of a process: nothing changes it.
import { loadTestKnowledge } from '../src/load-judged.ts';

/** The shipped and the invented interviews with their lists and lexicons, and the judged questions. */
export const known = await loadTestKnowledge();

export const { dictionary } = known;
