// npm run benchmark -- --hard: what the hardest inputs cost, as a question (read, answered, made into a message) and as what is
// typed into a command, with the shipped interview alone and in a folder of twenty.
import { type Library, openLibrary } from '../../src/answer/library.ts';
import { compose } from '../../src/discord/cards/reply.ts';
import { choicesFor } from '../../src/discord/handlers/autocomplete.ts';
import { warmUp } from '../../src/discord/handlers/warm-up.ts';
import { readQuestion } from '../../src/discord/hearing/hear.ts';
import { toPayload } from '../../src/discord/sending/payload.ts';
import { type HardInput, hardInputs } from './hard-inputs.ts';
import { withFolder } from './made-interviews.ts';
import { readPublicSet } from './public-set.ts';
import type { Sources } from './sources.ts';
import { median } from './statistics.ts';
import { markdownTable, milliseconds } from './tables.ts';

/** Beside the shipped one. */
const OTHERS = { interviews: 19, exchanges: 20 };
const KNOWLEDGE = 'knowledge';
/** Times that each input is tried once it has been met. */
const TRIES = 5;
const LOCALE = 'zh-CN';

export interface HardTools extends Pick<Sources, 'read' | 'loadKnowledge' | 'loadDictionary'> {
  /** Milliseconds of the processor that this process has used. */
  readonly processor: () => number;
}

interface Cost {
  readonly name: string;
  /** Milliseconds of CPU: of the first time, and the median of five after it. */
  readonly question: Times;
  readonly typing: Times;
}

interface Times {
  readonly first: number;
  readonly median: number;
}

export async function measureHard(tools: HardTools, show: (table: string) => void): Promise<void> {
  const dictionary = await tools.loadDictionary();
  const shipped = await tools.loadKnowledge(KNOWLEDGE);
  const [interview] = shipped.interviews;
  if (!interview) throw new Error(`There is no interview in ${KNOWLEDGE}.`);
  const inputs = hardInputs(interview);
  show(tableOf('1 interview', await costsOf(openLibrary({ ...shipped, dictionary }), inputs, tools)));
  const { passages } = await readPublicSet('zh', tools);
  const others = await withFolder(OTHERS, passages, (folder) => tools.loadKnowledge(folder));
  const interviews = [...shipped.interviews, ...others.interviews];
  const library = openLibrary({ ...shipped, interviews, dictionary });
  show(tableOf(`${interviews.length} interviews`, await costsOf(library, inputs, tools)));
}

async function costsOf(
  library: Library,
  inputs: readonly HardInput[],
  { processor }: HardTools,
): Promise<readonly Cost[]> {
  const answer = (text: string) => {
    const audience = { asker: '1', isPrivate: false };
    const { outgoing } = compose({ question: readQuestion(text) }, { library, locale: LOCALE, audience });
    toPayload(outgoing, { interviews: library.interviews, cutHere: '…', form: 'embeds' });
  };
  const complete = (value: string) =>
    choicesFor(library, { name: 'question', value, named: null, locale: LOCALE });
  // As the bot does it once it is ready.
  await warmUp(library, new AbortController().signal);
  const timesOf = (work: (text: string) => void, text: string): Times => {
    const times = Array.from({ length: TRIES + 1 }, () => {
      const start = processor();
      work(text);
      return processor() - start;
    });
    const [first = 0, ...again] = times;
    return { first, median: median(again) };
  };
  return inputs.map(({ name, text }) => ({
    name,
    question: timesOf(answer, text),
    typing: timesOf(complete, text),
  }));
}

function tableOf(title: string, costs: readonly Cost[]): string {
  const rows = costs
    .toSorted((a, b) => b.question.median - a.question.median)
    .map(({ name, question, typing }) => [
      name,
      ...[question.median, question.first, typing.median, typing.first].map(milliseconds),
    ]);
  const header = [title, 'question, CPU ms', 'the first time', 'autocomplete, CPU ms', 'the first time'];
  return markdownTable(header, rows);
}
