// An answer as members see it: whose words, the question it answers, the excerpt, the citation.
import type { Answer } from '../../answer/reply.ts';
import type { Locale } from '../../wording/locale.ts';
import { present } from '../../wording/present.ts';
import type { Block, Card } from '../card.ts';

export function answerCard(answer: Answer, locale: Locale): Card {
  const presented = present(answer, locale);
  if (presented.kind !== 'answer') throw new Error(`an answer was presented as a ${presented.kind}`);
  const { speaker, question, translation, excerpt, citation } = presented;
  const { url } = answer.citation;
  const ours: readonly Block[] = translation
    ? [
        { kind: 'label', text: translation.label },
        { kind: 'quote', text: translation.text },
      ]
    : [];
  const label: readonly Block[] = excerpt.label === undefined ? [] : [{ kind: 'label', text: excerpt.label }];
  return {
    speaker,
    ...(question === undefined ? {} : { title: question }),
    ...(question === undefined || url === undefined ? {} : { url }),
    blocks: [...ours, ...label, { kind: 'verbatim', quotation: answer.quotation }],
    footer: citation,
  };
}
