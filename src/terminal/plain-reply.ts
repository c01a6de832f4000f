// A reply as plain text: the words of the Discord message without its markup.
import type { Presented } from '../wording/present.ts';

const BAR = '│ ';

export function toPlainText(presented: Presented): string {
  return presented.kind === 'answer' ? answerText(presented) : noticeText(presented);
}

function answerText({
  speaker,
  question,
  translation,
  excerpt,
  citation,
}: Extract<Presented, { kind: 'answer' }>) {
  const blocks = [
    speaker,
    ...(question === undefined ? [] : [question]),
    ...(translation ? [`${translation.label}\n${quoted(translation.text)}`] : []),
    excerpt.label === undefined ? quoted(excerpt.text) : `${excerpt.label}\n${quoted(excerpt.text)}`,
    `— ${citation}`,
  ];
  return blocks.join('\n');
}

function noticeText({ text, suggestions }: Extract<Presented, { kind: 'notice' }>): string {
  const list = suggestions.questions.map((question) => `  • ${question}`);
  const label = suggestions.label !== '' && list.length > 0 ? [suggestions.label] : [];
  return [text, ...label, ...list].join('\n');
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `${BAR}${line}`)
    .join('\n');
}
