// Which sentence is quoted: pairs of sentences that differ in one sign, and the sign that must decide.

import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../src/search/index/index.ts';
import { analyse } from '../../src/search/query/analyse.ts';
import { scoreSentences } from '../../src/search/rank/sentences.ts';

function scores(title: string, sentences: readonly string[], question: string): readonly number[] {
  const passage = { title, translatedTitle: '', wordings: [], sentences, translation: [] };
  const index = buildIndex([passage], { lexicon: [] });
  return scoreSentences(analyse(question, index), 0);
}

function best(title: string, sentences: readonly string[], question: string): number {
  const all = scores(title, sentences, question);
  return all.indexOf(Math.max(...all));
}

describe('scoreSentences', () => {
  it.each([
    ['钟楼', '钟楼高。', '钟楼在镇上，每天都有人路过。', 'the shorter sentence'],
    ['什么时候建成？', '建成于1890年。', '建成后高。', 'a date where a date is asked for'],
  ])('%s -> %s, not %s: %s', (question, wanted, other) => {
    expect(best('', [wanted, other], question)).toBe(0);
  });

  it('does not prefer quotation marks where no work is asked for', () => {
    const [plain, marked] = scores('', ['她出名靠画。', '她出名靠“画”。'], '她靠什么出名？');
    expect(marked).toBeCloseTo(plain ?? Number.NaN, 1);
  });

  it('takes the first sentence for the introduction of what the title names', () => {
    const sentences = ['The lighthouse is tall.', 'Birds rest there.', 'The lighthouse is old.', 'It rains.'];
    const [first = 0, , third = 0] = scores('Lighthouse', sentences, 'the lighthouse');
    const [alike = 0, , same = 0] = scores('Harbour', sentences, 'the lighthouse');
    expect(first - third).toBeGreaterThan(alike - same);
  });

  it('counts a term more the nearer it stands to the question word', () => {
    const sentences = ['It was founded there.', 'It was painted there.', 'Nothing else is known.'];
    const [near = 0, far = 0] = scores('', sentences, 'when was it founded after the roof had been painted');
    expect(near).toBeGreaterThan(far);
  });

  it('takes the year from the sentence before one that gives none', () => {
    const question = '钟楼什么时候倒塌？';
    const [dated = 0, undated = 0] = scores('', ['1890年下大雨。', '同年钟楼倒塌。', '没有别的。'], question);
    const [other = 0, own = 0] = scores('', ['1890年下大雨。', '1891年钟楼倒塌。', '没有别的。'], question);
    expect(dated - undated).toBeGreaterThan(other - own);
  });
});
