// npm run unanswered: the questions that were left open, and the change that closes each gap.
import { feedbackLog, knowledgeFolder, readEnvironment, unansweredLog } from './config.ts';
import { filesOnDisk } from './editor-files.ts';
import { readFeedbackLog, readUnansweredLog } from './kept-logs.ts';
import { loadDictionary, loadKnowledge } from './load-knowledge.ts';
import { runUnanswered } from './unanswered/run.ts';

const { stdout, stderr, argv } = process;
// Only these: what is wrong with the bot's other settings keeps nobody from reading its log.
const environment = readEnvironment();
process.exitCode = await runUnanswered({
  argv: argv.slice(2),
  print: (text) => stdout.write(`${text}\n`),
  complain: (text) => stderr.write(`${text}\n`),
  log: unansweredLog(environment),
  feedback: feedbackLog(environment),
  knowledge: knowledgeFolder(environment),
  files: filesOnDisk,
  readLog: readUnansweredLog,
  readFeedback: (path) => readFeedbackLog(path, Date.now()),
  now: Date.now,
  loadKnowledge,
  loadDictionary,
});
