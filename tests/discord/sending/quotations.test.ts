// Property: a thousand quotations of all interviews, through the card, to what Discord is sent.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answerAt } from '../../../src/answer/chosen-section.ts';
import { openLibrary } from '../../../src/answer/library.ts';
import { refTo } from '../../../src/answer/quotation.ts';
import type { Answer } from '../../../src/answer/reply.ts';
import { composeAnswer, originalWords } from '../../../src/discord/cards/reply.ts';
import { LONGEST, type Outgoing } from '../../../src/discord/sending/card.ts';
import { unescapeMarkdown } from '../../../src/discord/sending/markdown.ts';
import { type Payload, toPayload } from '../../../src/discord/sending/payload.ts';
import type { Interview, Section } from '../../../src/knowledge/interview.ts';
import { LOCALES, type Locale, readerOf, wordingFor } from '../../../src/wording/locale.ts';
import { folderSource } from '../../answer/interviews.ts';

const QUOTATIONS = 1_000;
/** UTF-16 units: only a long text is cut. */
const SHORTEST_CUT = 500;
const URL = 'https://news.example/talk?id=1&part=2';

/** Every interview has an address here; those that ship without one, too. */
const interviews = folderSource.interviews.map((interview) => ({
  ...interview,
  article: { url: URL, ...interview.article },
}));
const library = openLibrary({ ...folderSource, interviews });

interface Quoted {
  readonly interview: Interview;
  readonly section: Section;
  readonly answer: Answer;
  readonly locale: Locale;
  readonly form: 'embeds' | 'plain';
}

/** One to twelve sentences from anywhere: more than the bot ever quotes by itself. */
const quotations: fc.Arbitrary<Quoted> = fc
  .record({
    at: fc.nat(),
    section: fc.nat(),
    first: fc.nat(),
    more: fc.nat(11),
    locale: fc.constantFrom(...LOCALES),
    form: fc.constantFrom('embeds', 'plain'),
  })
  .map(({ at, section: chosen, first, more, locale, form }) => {
    const interview = ofAll(interviews, at);
    const section = ofAll(interview.sections, chosen);
    const from = first % section.sentences.length;
    const last = Math.min(from + more, section.sentences.length - 1);
    const range = {
      start: section.sentences[from]?.start ?? 0,
      end: section.sentences[last]?.end ?? section.text.length,
    };
    const asked = { source: refTo(interview, section), language: readerOf(locale) };
    const answer = answerAt(library, asked, range);
    if (!answer) throw new Error(`${interview.id} has no ${JSON.stringify(range)}`);
    return { interview, section, answer, locale, form };
  });

function ofAll<T>(all: readonly T[], at: number): T {
  const chosen = all[at % all.length];
  if (chosen === undefined) throw new Error('there is nothing to choose from');
  return chosen;
}

function sent(outgoing: Outgoing, { locale, form }: Quoted): Payload {
  const funnelled = toPayload(outgoing, { interviews, cutHere: wordingFor(locale).discord.cutHere, form });
  if (!funnelled.ok) throw new Error('the funnel refused a quotation');
  return funnelled.payload;
}

/** What a reader sees of the message, without the marks of a quotation. */
function shownIn({ content, embeds }: Payload): string {
  const marked = [content, ...embeds.map(({ description = '' }) => description)].join('\n');
  return unescapeMarkdown(marked.replace(/^(?:>>> |> )/gm, ''));
}

function lengthsOf({ content, embeds, components }: Payload) {
  const parts = embeds.flatMap(({ author, title, description, footer }) => [
    { what: 'author' as const, text: author?.name },
    { what: 'title' as const, text: title },
    { what: 'description' as const, text: description },
    { what: 'footer' as const, text: footer?.text },
  ]);
  const together = parts.reduce((sum, { text = '' }) => sum + text.length, 0);
  const controls = [...JSON.stringify(components).matchAll(/"(custom_id|value)":"([^"]*)"/g)];
  return {
    tooLong: [
      ...parts.filter(({ what, text = '' }) => text.length > LONGEST[what]),
      ...controls.filter(([, , id = '']) => id.length > LONGEST.customId),
    ],
    isWithin: content.length <= LONGEST.content && together <= LONGEST.embeds,
    sameIds: new Set(components.map((row) => JSON.stringify(row))).size === components.length,
  };
}

/** The words that the link leads to; none where it leads to the page alone. */
function wordsOfLink({ content, embeds }: Payload): readonly string[] {
  const url = embeds[0]?.url ?? /\]\(<([^>]+)>\)/.exec(content)?.[1] ?? '';
  const directive = url.split(':~:text=')[1];
  if (directive === undefined) return [];
  // A hyphen, a comma or an ampersand would be the directive's own, a bracket Discord's.
  expect(directive).toMatch(/^[A-Za-z0-9.%]+(?:,[A-Za-z0-9.%]+)?$/);
  return directive.split(',').map(decodeURIComponent);
}

it('a thousand quotations are shown to the letter, within every limit, without a ping, each link at its own words', () => {
  let linked = 0;
  const check = (quoted: Quoted) => {
    const { answer, section, locale } = quoted;
    const { text, start, end } = answer.quotation;
    expect(text).toBe(section.text.slice(start, end));
    const audience = { asker: '123456789012345678', isPrivate: true };
    const card = sent(composeAnswer(answer, { library, locale, audience }), quoted);
    const original = sent(originalWords(answer, locale), quoted);
    for (const payload of [card, original]) {
      expect(payload.allowedMentions).toEqual({ parse: [], repliedUser: false });
      expect(lengthsOf(payload)).toEqual({ tooLong: [], isWithin: true, sameIds: true });
    }
    const { cutHere } = wordingFor(locale).discord;
    const whole = shownIn(original);
    if (whole.endsWith(cutHere)) expect(text).toContain(keptOf(whole, cutHere));
    else expect(whole).toContain(text);
    if (!JSON.stringify(card.components).includes('"2:o:') && !shownIn(card).endsWith(cutHere))
      expect(shownIn(card)).toContain(text);
    for (const payload of [card, original]) {
      const words = wordsOfLink(payload);
      linked += words.length > 0 ? 1 : 0;
      for (const word of words) expect(word.trim() !== '' && text.includes(word)).toBe(true);
    }
  };
  fc.assert(fc.property(quotations, check), { numRuns: QUOTATIONS });
  expect(linked).toBeGreaterThan(QUOTATIONS);
});

/** The quoted words of a text that was cut. */
function keptOf(shown: string, cutHere: string): string {
  const kept = (
    shown
      .slice(0, -cutHere.length)
      .split(/^\*\*.*\*\*$/m)
      .at(-1) ?? ''
  ).trim();
  expect(kept.length).toBeGreaterThan(SHORTEST_CUT);
  return kept;
}
