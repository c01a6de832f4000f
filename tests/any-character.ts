// Every character that Unicode has a number for, assigned or not: what fast-check calls `binary`, which builds a table of a million
// characters for each string that is made of them.
import fc from 'fast-check';

const FIRST_SURROGATE = 0xd800;
const SURROGATES = 0x800;
const LAST = 0x10ffff;

export const anyCharacter = fc
  .nat(LAST - SURROGATES)
  .map((code) => String.fromCodePoint(code < FIRST_SURROGATE ? code : code + SURROGATES));
