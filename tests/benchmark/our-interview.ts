// Our own interview as the benchmark asks it: its material, and judged questions that nobody tuned on.
import { type JudgedQuestion, readJudgedQuestions } from '../../src/evaluation/judged-question.ts';
import { articleDocument, documentsOf, type Material } from './material.ts';
import type { Sources } from './sources.ts';

const JUDGED = 'tests/evaluation/song-haitao.report.jsonl';
/** Its id. */
export const OUR_INTERVIEW = 'song-haitao';

export async function readJudged({ read }: Pick<Sources, 'read'>): Promise<readonly JudgedQuestion[]> {
  return readJudgedQuestions(await read(JUDGED), JUDGED).filter(({ after }) => after === undefined);
}

export async function readInterview({ loadKnowledge }: Pick<Sources, 'loadKnowledge'>): Promise<Material> {
  const { interviews, lexicons, questions } = await loadKnowledge('knowledge');
  const interview = interviews.find(({ id }) => id === OUR_INTERVIEW);
  if (!interview)
    throw new Error(`knowledge/${OUR_INTERVIEW}.md is missing: the judged questions are about it.`);
  return {
    interviews: [interview],
    lexicons,
    questions,
    documents: [...documentsOf(interview, questions), articleDocument(interview)],
  };
}
