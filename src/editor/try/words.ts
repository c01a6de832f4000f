// The words of a question that nothing in the interview or its lists knows, and the telling words of a sentence.
import { fold } from '../../language/fold.ts';
import {
  isCommonest,
  isEnglishQuestionWord,
  markLightWords,
  markQuestionWords,
} from '../../language/question-words.ts';
import { finderOf, termsOf } from '../terms.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Folded words that say what a text is about, each once: Chinese ones of two characters and more. */
export function tellingWords(text: string): readonly string[] {
  const folded = fold(text);
  const [asking, light] = [markQuestionWords(folded), markLightWords(folded)];
  const words = [...segmenter.segment(folded)].flatMap(({ segment, index, isWordLike }) => {
    const isPlain = asking[index] === 0 && light[index] === 0;
    return isWordLike && isPlain && isTelling(segment) ? [segment] : [];
  });
  return [...new Set(words)];
}

function isTelling(word: string): boolean {
  if (/^\p{Script=Han}+$/u.test(word)) return word.length > 1 && !isCommonest(word);
  // A contraction says nothing of its own.
  return /^\p{L}{3,}$/u.test(word) && !isEnglishQuestionWord(word);
}

/** Of each question the words that neither the interview nor its lexicon nor any other question knows. */
export function unknownWords(
  known: string,
  questions: readonly string[],
): (question: string) => readonly string[] {
  const own = questions.map(termsOf);
  const isUnknown = (word: string, by: string) => {
    const isIn = finderOf(word);
    return !isIn(known) && !own.some((terms, at) => questions[at] !== by && isIn(terms));
  };
  return (question) => tellingWords(question).filter((word) => isUnknown(word, question));
}
