// Folders as editors may leave them: twins, one exchange alone, a third language, very many interviews.
import { describe, expect, test } from 'vitest';
import { ask } from '../../src/answer/ask.ts';
import type { Library } from '../../src/answer/library.ts';
import type { Reply } from '../../src/answer/reply.ts';
import { shippedSource } from './interviews.ts';
import { openFiles, textOf } from './small.ts';

const { dictionary } = shippedSource;

const quoted = (reply: Reply) => (reply.outcome === 'answer' ? reply.quotation.text : reply.outcome);
const offeredBy = ({ suggestions }: Reply) => suggestions.map(({ source }) => source.interview).toSorted();

describe('two interviews with the same title and the same interviewee', () => {
  const twin = (answer: string) =>
    textOf({
      title: 'Of bells',
      name: 'Ada Quill',
      questions: ['What do you ring?'],
      answers: [answer],
      biography: `Ada Quill rings bells. ${answer}`,
    });
  const library = openFiles({
    'first.md': twin('I ring the great bell at noon.'),
    'second.md': twin('I ring the small bell at dusk.'),
  });

  test.each([
    ['What do you ring?', 'the printed question'],
    ['Who is Ada Quill?', 'the person'],
    ['What is the title of the interview?', 'a printed value'],
    ['What bell does Ada Quill ring?', 'a question of their text'],
  ])('are both offered: %s (%s)', (question) => {
    const reply = ask(library, { question });
    expect(reply).toMatchObject({ outcome: 'suggest', reason: 'too-close' });
    expect(new Set(offeredBy(reply))).toEqual(new Set(['first', 'second']));
  });

  test.each([
    ['first', 'At noon, which great bell do you ring?', 'I ring the great bell at noon.'],
    ['second', 'At dusk, which small bell do you ring?', 'I ring the small bell at dusk.'],
  ])('are told apart by what %s alone says: %s', (id, question, sentence) => {
    const [best] = ask(library, { question, top: 1 }).candidates;
    expect(best?.quotation).toMatchObject({ text: sentence, source: { interview: id } });
  });

  test('answer by themselves where one is asked', () => {
    const reply = ask(library, { question: 'What do you ring?', interview: 'second' });
    expect(quoted(reply)).toBe('I ring the small bell at dusk.');
  });
});

describe('an interview of one exchange', () => {
  const library = openFiles(
    {
      'one.md': textOf({
        title: 'Of bells',
        name: 'Ada Quill',
        questions: ['What do you ring?'],
        answers: [
          'I ring the great bell at noon. The rope is of hemp, forty feet long. Rain makes it heavy.',
        ],
      }),
    },
    dictionary,
  );

  test.each([
    ['What do you ring?', 'I ring the great bell at noon.', 'as printed'],
    ['How long is the rope?', 'The rope is of hemp, forty feet long.', 'in the words of a sentence'],
    ['what does rain do', 'Rain makes it heavy.', 'in the words of another'],
  ])('answers %s with %s (%s)', (question, sentence) => {
    expect(quoted(ask(library, { question }))).toContain(sentence);
  });

  test.each([
    ['Who won the regatta?', 'none of its words'],
    ['How old is the tower of Greenwich?', 'a place that it does not name'],
    ['what?', 'no topic'],
  ])('does not answer %s (%s)', (question) => {
    expect(ask(library, { question }).outcome).not.toBe('answer');
  });
});

describe('an interview in a third language', () => {
  const library = openFiles(
    {
      'phare.md': textOf({
        title: 'La gardienne du phare',
        name: 'Maëlle Kerguen',
        language: 'fr',
        questions: [
          'Comment êtes-vous devenue gardienne ?',
          'Que mangez-vous là-haut ?',
          'Quel est le danger ?',
        ],
        answers: [
          'Ma grand-mère tenait le phare de Locmélar avant moi. Personne d’autre ne voulait monter les 214 marches.',
          'Des sardines, du pain noir et des pommes. Le bateau apporte le beurre chaque vendredi.',
          'Le brouillard, bien plus que le vent. En 2011 un chalutier a touché la roche Noire par temps calme.',
        ],
      }),
    },
    dictionary,
  );

  test.each([
    ['Que mangez-vous là-haut ?', 'Des sardines', 'as printed'],
    ['que mangez vous la haut', 'Des sardines', 'without accents and marks'],
    ['QUEL EST LE PLUS GRAND DANGER', 'Le brouillard', 'in capitals, with more words'],
    ['chalutier roche Noire', 'un chalutier a touché la roche Noire', 'words of a sentence'],
    ['sardines', 'Des sardines', 'a word that English has, too'],
    ['What about Locmelar?', 'le phare de Locmélar', 'a name in an English question'],
  ])('answers what shares its letters: %s -> %s (%s)', (question, words) => {
    const reply = ask(library, { question });
    expect(quoted(reply)).toContain(words);
    expect(reply).toMatchObject({ isForeign: true });
    expect(reply).not.toHaveProperty('translation');
  });

  test.each([
    ['What do you eat?', 'nobody translates'],
    ['谁修了钟?', 'nobody translates'],
    ['Qui a gagné le Tour de France ?', 'a topic that it does not have'],
  ])('and nothing else: %s (%s)', (question) => {
    expect(ask(library, { question }).outcome).not.toBe('answer');
  });
});

describe('an interview of short answers to questions', () => {
  const library = openFiles({
    'tower.md': textOf({
      title: 'A tower',
      name: 'Ada Quill',
      questions: ['Which tower do you keep?', 'How was the year?'],
      answers: ['The tower of Bakolund has 31 steps. I climb them at noon.', 'It rained. The rope was wet.'],
    }),
  });

  test.each([
    ['The steps of the tower of Bakolund?', 'no question word'],
    ['How many steps has the tower of Bakolund?', 'the question word of another exchange'],
  ])('is answered by the sentence that has the words asked for: %s (%s)', (question) => {
    expect(quoted(ask(library, { question }))).toContain('The tower of Bakolund has 31 steps.');
  });
});

describe('two hundred interviews', () => {
  const SYLLABLES = ['ba', 'ko', 'mu', 'ri', 'te', 'zo'];
  /** A name that no other number has: its digits by the syllables. */
  const nameOf = (number: number) => {
    const digits = [36, 6, 1].map((place) => SYLLABLES[Math.floor(number / place) % SYLLABLES.length]);
    return `Saint ${digits.join('')}lund`.replace(/ ./, (letter) => letter.toUpperCase());
  };
  const idOf = (number: number) => `tower-${String(number).padStart(3, '0')}`;
  const COUNT = 200;
  const files = Array.from({ length: COUNT }, (_, number) => {
    const tower = `The tower of ${nameOf(number)} has ${number + 31} steps. I climb them at noon, when the light is best.`;
    const answers = [
      `${tower} My father kept it before me, and his aunt before him. Nobody else wanted the key.`,
      'It rained from May to August. The rope was wet, the bread was wet, and nobody came but the baker. Then snow fell.',
    ];
    const text = textOf({
      title: `Talk ${number}`,
      name: `Keeper ${nameOf(number + 1)}`,
      questions: ['Work?', 'Rest?'],
      answers,
    });
    return [`${idOf(number)}.md`, text] as const;
  });
  const library: Library = openFiles(Object.fromEntries(files));

  test('have an index each', () => {
    expect(library.open).toHaveLength(COUNT);
  });

  test.each([0, 7, 99, 150, 198])('answer a question about one of them: %i', (number) => {
    const reply = ask(library, { question: `How many steps has the tower of ${nameOf(number)}?` });
    expect(quoted(reply)).toContain(`The tower of ${nameOf(number)} has ${number + 31} steps.`);
    expect(reply).toMatchObject({ quotation: { source: { interview: idOf(number) } } });
  });

  test('are left alone where they hold little of what another one holds', () => {
    const reply = ask(library, { question: `How many steps has the tower of ${nameOf(7)}?`, top: 8 });
    expect(new Set(reply.candidates.map(({ quotation }) => quotation.source.interview))).toEqual(
      new Set([idOf(7)]),
    );
  });

  test('leave a question that names an interviewee to one of them', () => {
    const reply = ask(library, { question: `What does Keeper ${nameOf(20)} say of the rope?` });
    expect(quoted(reply)).toContain('The rope was wet');
    expect(reply).toMatchObject({ quotation: { source: { interview: idOf(19) } } });
  });

  test('do not answer for one another what each says alike', () => {
    const reply = ask(library, { question: 'Was the rope wet?' });
    expect(reply.outcome).not.toBe('answer');
    expect(reply.suggestions.length).toBeGreaterThan(0);
  });
});
