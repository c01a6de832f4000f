// /bio: name and role, the biography word for word, its citation.
import { wholeSection } from '../../answer/chosen-section.ts';
import type { Library } from '../../answer/library.ts';
import type { Interview } from '../../knowledge/interview.ts';
import { wordingFor } from '../../wording/catalogue.ts';
import { personLabel } from '../../wording/interview-labels.ts';
import { type Locale, readerOf } from '../../wording/locale.ts';
import type { Outgoing } from '../card.ts';
import { answerCard } from './answer.ts';
import { notice } from './notices.ts';

export function portrait(library: Library, interview: Interview, locale: Locale): Outgoing {
  const source = { interview: interview.id, section: 'biography' } as const;
  const biography = wholeSection(library, { source, language: readerOf(locale) });
  if (!biography) return notice(wordingFor(locale).toBot.noBiography);
  const title = personLabel(interview, locale);
  return { cards: [{ ...answerCard(biography, locale), title }], rows: [] };
}
