// Stand-in engine: BM25 over unigrams and bigrams.
import type { Passage } from './passage.ts';

export type Lexicon = readonly (readonly string[])[];
export interface MatchedTerm {
  readonly term: string;
  readonly weight: number;
  readonly places: readonly string[];
}
export interface Explanation {
  readonly matched: readonly MatchedTerm[];
  readonly parts: readonly { readonly name: string; readonly value: number }[];
}
export interface Hit {
  readonly passage: number;
  readonly score: number;
  readonly coverage: number;
  readonly titleCoverage: number;
  readonly explanation: Explanation;
}
export interface Query {
  readonly terms: ReadonlyMap<string, number>;
}
export interface SearchIndex {
  readonly passages: readonly Passage[];
  readonly idf: ReadonlyMap<string, number>;
  readonly fields: readonly {
    readonly title: ReadonlySet<string>;
    readonly sentences: readonly ReadonlySet<string>[];
  }[];
}

export function tokens(text: string): string[] {
  const out: string[] = [];
  for (const run of text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{Script=Han}]+|[\p{L}\p{N}]+/gu) ?? []) {
    if (!/\p{Script=Han}/u.test(run)) {
      out.push(run.replace(/(ing|ed|es|s)$/, ''));
      continue;
    }
    const chars = [...run];
    chars.forEach((c, i) => {
      out.push(c);
      if (i + 1 < chars.length) out.push(c + chars[i + 1]);
    });
  }
  return out;
}

export function buildIndex(
  passages: readonly Passage[],
  _options: { readonly lexicon: Lexicon },
): SearchIndex {
  const df = new Map<string, number>();
  const fields = passages.map((p) => {
    const title = new Set(tokens([p.title, p.translatedTitle, ...p.wordings].join(' ')));
    const sentences = p.sentences.map((s, i) => new Set(tokens(`${s} ${p.translation[i] ?? ''}`)));
    for (const t of new Set([...title, ...sentences.flatMap((s) => [...s])])) df.set(t, (df.get(t) ?? 0) + 1);
    return { title, sentences };
  });
  const idf = new Map([...df].map(([t, n]) => [t, Math.log(1 + (passages.length - n + 0.5) / (n + 0.5))]));
  return { passages, idf, fields };
}

const UNKNOWN = 3;
export function analyse(question: string, index: SearchIndex): Query {
  const terms = new Map<string, number>();
  const clean = question
    .slice(0, 6000)
    .replace(
      /什么|怎么|为什么|为何|哪些|哪个|哪|吗|呢|如何|多少|是谁|谁|what|how|why|who|the|is|are|does|do\b/gi,
      ' ',
    );
  for (const t of tokens(clean)) terms.set(t, index.idf.get(t) ?? UNKNOWN);
  return { terms };
}

export function search(index: SearchIndex, query: Query, top: number): readonly Hit[] {
  const total = [...query.terms.values()].reduce((a, b) => a + b, 0) || 1;
  const hits = index.fields.map((field, passage) => {
    const sum = (set: ReadonlySet<string>) =>
      [...query.terms].reduce((a, [t, w]) => a + (set.has(t) ? w : 0), 0);
    const title = sum(field.title);
    const best = Math.max(0, ...field.sentences.map(sum));
    const all = new Set(field.sentences.flatMap((s) => [...s]));
    const matched = [...query.terms].filter(([t]) => all.has(t) || field.title.has(t));
    const score = sum(all) + 0.5 * title + 0.5 * best;
    return {
      passage,
      score,
      coverage: best / total,
      titleCoverage: title / total,
      explanation: {
        matched: matched.map(([term, weight]) => ({ term, weight, places: ['answer'] })),
        parts: [],
      },
    };
  });
  return hits
    .filter((h) => h.score > 0)
    .sort((a, b) => b.score - a.score || a.passage - b.passage)
    .slice(0, top);
}

export function chooseSentences(
  index: SearchIndex,
  query: Query,
  passage: number,
): { first: number; last: number } {
  const sentences = index.fields[passage]?.sentences ?? [];
  let best = 0;
  let bestScore = -1;
  sentences.forEach((s, i) => {
    const score = [...query.terms].reduce((a, [t, w]) => a + (s.has(t) ? w : 0), 0);
    if (score > bestScore) [best, bestScore] = [i, score];
  });
  return { first: best, last: best };
}
