// Patterns made of words: of a table's, which stand for any case, and of printed ones, which mean themselves.

export function anyCase(pattern: string): RegExp {
  return new RegExp(pattern, 'iu');
}

/** The text as a pattern that finds it and nothing else. */
export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
