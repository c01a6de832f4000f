// npm run evaluate: asks the judged questions and prints what came back, by kind and by language.
import { readFile } from 'node:fs/promises';
import { openCollection } from './answer/collection.ts';
import { evaluate } from './evaluation/evaluate.ts';
import { readJudgedQuestions } from './evaluation/judged-question.ts';
import { reportTable } from './evaluation/report.ts';
import { loadKnowledge } from './load-knowledge.ts';

const collection = openCollection(await loadKnowledge('knowledge'));
for (const name of ['song-haitao.dev', 'song-haitao.tune', 'song-haitao.report', 'song-haitao.follow-ups']) {
  const file = `tests/evaluation/${name}.jsonl`;
  const questions = readJudgedQuestions(await readFile(file, 'utf8'), file);
  const replies = evaluate(collection, questions);
  process.stdout.write(`${reportTable(name.replace('song-haitao.', ''), replies)}\n\n`);
  if (!process.argv.includes('--failures')) continue;
  for (const { judged, reply, verdict } of replies) {
    if (verdict === 'right' || verdict === 'quiet') continue;
    const got =
      reply.outcome === 'answer'
        ? JSON.stringify(reply.quotation.source) + reply.quotation.text.slice(0, 50)
        : `${reply.outcome}:${reply.reason}`;
    process.stdout.write(
      `${judged.id} ${verdict} [${judged.kind}] ${judged.question} -> ${got} (want ${judged.source}: ${judged.must[0]})\n`,
    );
  }
}
