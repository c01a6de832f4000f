// Which language a question is in: it decides whether a translation leads, and the wording where no locale is known.

export type QuestionLanguage = 'zh' | 'en';

/** English words that only an English sentence uses; names and terms inside Chinese do not count. */
const ENGLISH_FUNCTION_WORDS =
  /\b(?:what|why|how|who|whom|whose|where|when|which|is|are|was|were|do|does|did|the|an?|of|in|on|to|for|and|should|can|could|will|would|i|he|his|it|this|that)\b/giu;

/** Chinese wherever Han characters carry the sentence; English where there are none, or where English frames them. */
export function languageOf(question: string): QuestionLanguage {
  const han = question.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han === 0) return 'en';
  const words = question.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  const frame = question.match(ENGLISH_FUNCTION_WORDS)?.length ?? 0;
  return frame >= 2 && words * 2 > han ? 'en' : 'zh';
}

/** Whether two BCP 47 tags name the same language, whatever their script or region. */
export function sameLanguage(a: string, b: string): boolean {
  return a === b || primaryLanguage(a) === primaryLanguage(b);
}

function primaryLanguage(tag: string): string {
  const end = tag.indexOf('-');
  return (end === -1 ? tag : tag.slice(0, end)).toLowerCase();
}
