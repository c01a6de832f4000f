// Interviews made for tests: as many questions as asked for, answers as long as asked for.
import { type Knowledge, readCollection } from '../../src/knowledge/collection.ts';

export interface Invented {
  readonly id: string;
  readonly questions: number;
  /** Sentences of each answer, in paragraphs of ten. */
  readonly sentences?: number;
}

const SUBJECTS = ['lighthouse', 'bakery', 'orchard', 'violin', 'glacier', 'harbour', 'windmill', 'library'];

export function inventKnowledge(...interviews: readonly Invented[]): Knowledge {
  const encoder = new TextEncoder();
  return readCollection(
    interviews.map((invented) => ({ name: `${invented.id}.md`, bytes: encoder.encode(textOf(invented)) })),
  );
}

function textOf({ id, questions, sentences = 2 }: Invented): string {
  const exchanges = Array.from({ length: questions }, (_, index) => exchange(index + 1, sentences));
  return [
    `---\ntitle: "Talks about ${id}"\ninterviewee:\n  name: Ada ${id}\npublication: The Invented Weekly\ndate: 2024-05-06\nlanguage: en\n---`,
    ...exchanges,
  ].join('\n\n');
}

function exchange(number: number, sentences: number): string {
  const subject = `${SUBJECTS[number % SUBJECTS.length]} number ${number}`;
  const text = Array.from(
    { length: sentences },
    (_, index) => `Sentence ${index + 1} tells of the ${subject}, *quietly* and_at some length.`,
  );
  const paragraphs = Array.from({ length: Math.ceil(sentences / 10) }, (_, index) =>
    text.slice(index * 10, index * 10 + 10).join(' '),
  );
  return `## Q: What is there to say about the ${subject}?\n\n${paragraphs.join('\n\n')}`;
}
