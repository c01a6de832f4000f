import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerChosen } from '../../../src/answer/chosen-section.ts';
import { openLibrary } from '../../../src/answer/library.ts';
import type { Quotation } from '../../../src/answer/reply.ts';
import { answerCard, originalWords } from '../../../src/discord/cards/reply.ts';
import type { Card } from '../../../src/discord/sending/card.ts';
import { unescapeMarkdown } from '../../../src/discord/sending/markdown.ts';
import { toPayload } from '../../../src/discord/sending/payload.ts';
import { loadKnowledge } from '../../../src/load-knowledge.ts';
import { inventKnowledge } from '../invented.ts';

const long = openLibrary(inventKnowledge({ id: 'long', questions: 1, sentences: 90 }));
const text = long.interviews[0]?.sections[0]?.text ?? '';
const options = { interviews: long.interviews, cutHere: '… [cut here]', form: 'embeds' } as const;

function quotationOf(start: number, end: number): Quotation {
  const source = { interview: 'long', section: 'exchange', exchange: 1 } as const;
  return { source, start, end, text: text.slice(start, end) };
}

function send(card: Card, form: 'embeds' | 'plain' = 'embeds') {
  const sent = toPayload({ cards: [card], rows: [] }, { ...options, form });
  if (!sent.ok) throw new Error('refused');
  return sent.payload;
}

describe('the funnel', () => {
  it('refuses a quotation that differs from its source by one character', () => {
    const quotation = quotationOf(0, 50);
    const altered = { ...quotation, text: quotation.text.replace('S', 'S\u200b') };
    for (const wrong of [altered, { ...quotation, start: 1 }, { ...quotation, end: 49 }]) {
      const sent = toPayload(
        { cards: [{ blocks: [{ kind: 'verbatim', quotation: wrong }] }], rows: [] },
        options,
      );
      expect(sent).toEqual({ ok: false, mismatch: wrong });
    }
  });

  it('keeps every length within Discord’s limits and the citation whole, however much there is to say', () => {
    const lengths = fc.record({
      quoted: fc.integer({ min: 1, max: text.length }),
      ours: fc.nat(9000),
      title: fc.nat(600),
    });
    fc.assert(
      fc.property(lengths, ({ quoted, ours, title }) => {
        const citation = 'Ada long, The Invented Weekly, May 6, 2024, question 1 of 1';
        const { embeds } = send({
          speaker: 's'.repeat(title),
          title: '*'.repeat(title),
          blocks: [
            { kind: 'label', text: 'Translation' },
            { kind: 'quote', text: '_x\n'.repeat(ours / 3) },
            { kind: 'label', text: 'Original' },
            { kind: 'verbatim', quotation: quotationOf(0, quoted) },
          ],
          footer: citation,
        });
        const { author, title: heading = '', description = '', footer } = embeds[0] ?? {};
        expect(footer?.text).toBe(citation);
        expect(description.length).toBeLessThanOrEqual(4096);
        expect(
          (author?.name.length ?? 0) + heading.length + description.length + citation.length,
        ).toBeLessThanOrEqual(6000);
        const unbroken = unescapeMarkdown(description).includes(text.slice(0, quoted));
        expect(unbroken || description.endsWith('… [cut here]')).toBe(true);
        if (quoted < 3000) expect(unbroken).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps several embeds together within 6,000 characters, each with its citation', () => {
    const card = (citation: string): Card => ({
      speaker: 'Ada long',
      title: 'What is there to say?',
      blocks: [{ kind: 'verbatim', quotation: quotationOf(0, text.length) }],
      footer: citation,
    });
    const sent = toPayload({ cards: [card('first'), card('second'), card('third')], rows: [] }, options);
    const embeds = sent.ok ? sent.payload.embeds : [];
    const lengths = embeds.flatMap(({ author, title, description, footer }) =>
      [author?.name, title, description, footer?.text].map((part) => part?.length ?? 0),
    );
    expect(embeds.map(({ footer }) => footer?.text)).toEqual(['first', 'second', 'third']);
    expect(lengths.reduce((a, b) => a + b)).toBeLessThanOrEqual(6000);
  });

  it('fits plain text as well, with the citation above the words', () => {
    const card = {
      title: 'Q',
      blocks: [{ kind: 'verbatim', quotation: quotationOf(0, text.length) }],
      footer: 'cited',
    } as const;
    const { content, embeds } = send(card, 'plain');
    expect(embeds).toEqual([]);
    expect(content.length).toBeLessThanOrEqual(2000);
    expect(content).toMatch(/^\*\*Q\*\*\ncited\n>>> Sentence 1[\s\S]+… \[cut here\]$/);
  });

  it('lets nothing ping', () => {
    expect(send({ blocks: [{ kind: 'text', text: '@everyone' }] }).allowedMentions).toEqual({
      parse: [],
      repliedUser: false,
    });
  });
});

describe('every question of the first interview', () => {
  it('is answered with words that stand unbroken in the payload', async () => {
    const library = openLibrary(await loadKnowledge('knowledge'));
    const { interviews } = library;
    for (const exchange of [1, 2, 3, 4, 5]) {
      for (const language of ['zh', 'en'] as const) {
        const source = { interview: interviews[0]?.id ?? '', section: 'exchange', exchange } as const;
        const answer = answerChosen(library, { source, language });
        if (!answer) throw new Error(`exchange ${exchange} has no answer`);
        const { cards } = originalWords(answer, 'zh-TW');
        const sent = toPayload(
          { cards: [answerCard(answer, 'zh-TW'), ...cards], rows: [] },
          { ...options, interviews },
        );
        const description = sent.ok ? (sent.payload.embeds[1]?.description ?? '') : '';
        expect(unescapeMarkdown(description)).toContain(answer.quotation.text);
      }
    }
  });
});

describe('a link', () => {
  const linked = {
    title: 'Q',
    url: 'https://news.example/a(b)#:~:text=one,two',
    blocks: [{ kind: 'verbatim', quotation: quotationOf(0, 50) }],
    footer: 'cited',
  } as const;

  it('is the title of an embed, and the citation of a plain text', () => {
    expect(send(linked).embeds[0]?.url).toBe(linked.url);
    expect(send(linked, 'plain').content).toContain(
      '\n[cited](<https://news.example/a%28b%29#:~:text=one,two>)\n',
    );
  });

  it('is left out of a plain text rather than the words', () => {
    const { content } = send({ ...linked, url: `https://news.example/${'a'.repeat(1950)}` }, 'plain');
    expect(content).toContain('\ncited\n> ');
    expect(content).not.toContain('news.example');
  });
});

describe('a translation whose original is not shown', () => {
  it('is refused like the words themselves where these do not match their source', () => {
    const of = { ...quotationOf(0, 50), end: 49 };
    const sent = toPayload({ cards: [{ blocks: [{ kind: 'quote', text: 'ours', of }] }], rows: [] }, options);
    expect(sent).toEqual({ ok: false, mismatch: of });
  });
});
