// An answer as members see it: whose words, the question it answers, the excerpt, the citation.
import type { Answer } from '../../answer/reply.ts';
import type { Locale } from '../../wording/locale.ts';
import { presentAnswer } from '../../wording/present.ts';
import type { Block, Card } from '../card.ts';

export function answerCard(answer: Answer, locale: Locale): Card {
  const { readAs, speaker, question, translation, excerpt, citation } = presentAnswer(answer, locale);
  const { url } = answer.citation;
  const ours: readonly Block[] = translation
    ? [
        { kind: 'label', text: translation.label },
        { kind: 'quote', text: translation.text },
      ]
    : [];
  const read: readonly Block[] = readAs === undefined ? [] : [{ kind: 'small', text: readAs }];
  const label: readonly Block[] = excerpt.label === undefined ? [] : [{ kind: 'label', text: excerpt.label }];
  return {
    speaker,
    ...(question === undefined ? {} : { title: question }),
    ...(question === undefined || url === undefined ? {} : { url }),
    blocks: [...read, ...ours, ...label, { kind: 'verbatim', quotation: answer.quotation }],
    footer: citation,
  };
}
