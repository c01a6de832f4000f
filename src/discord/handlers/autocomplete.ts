// Autocomplete: the questions that match what is typed, best first, whatever their language; all while nothing is typed.
import type { ApplicationCommandOptionChoiceData, AutocompleteInteraction } from 'discord.js';
import { nearestSections } from '../../answer/find.ts';
import { findInterview, goesBy, type Library } from '../../answer/library.ts';
import { findSection, interviewOf, refTo } from '../../answer/quotation.ts';
import type { SectionRef } from '../../answer/reply.ts';
import { type Exchange, exchangesOf, type Interview } from '../../knowledge/interview.ts';
import { fold, languageOf } from '../../language/fold.ts';
import { BREAK, tokenise } from '../../language/tokenise.ts';
import { cut } from '../../wording/formats.ts';
import { type Locale, localeFor, readerOf } from '../../wording/locale.ts';
import { ofWhom, sectionLabel, titleLabel } from '../../wording/present.ts';
import type { Desk } from '../desk/desk.ts';
import { homeOf, readQuestion } from '../hearing/hear.ts';
import { LONGEST, MOST_OPTIONS } from '../sending/card.ts';
import { offer } from '../sending/send.ts';

/** Of what is typed so far: choices are no longer, either. */
const LONGEST_TYPED = 100;
/** Characters of that which are looked for in answers, at each key: the longest question of a list has 38 ideographs. */
const LONGEST_SEARCHED = 50;

export async function handleAutocomplete(
  { library, gate }: Pick<Desk, 'library' | 'gate'>,
  interaction: AutocompleteInteraction,
): Promise<void> {
  if (!gate.admitTyping(interaction.user.id)) {
    await offer(interaction, []);
    return;
  }
  const { name, value } = interaction.options.getFocused(true);
  const locale = localeFor(interaction.locale);
  const named = interaction.options.getString('interview') ?? homeOf(gate, interaction) ?? null;
  await offer(interaction, choicesFor(library, { name, value, named, locale }));
}

/** An option while it is typed in. */
export interface Focused {
  readonly name: string;
  readonly value: string;
  /** The interview that is asked, as it was typed or chosen; null: all. */
  readonly named: string | null;
  readonly locale: Locale;
}

/** Reads the first 100 characters, of which 50 are looked for in answers; at most 25 choices. */
export function choicesFor(
  library: Library,
  { name, value, named, locale }: Focused,
): readonly ApplicationCommandOptionChoiceData<string>[] {
  const typed = readQuestion(value.slice(0, LONGEST_TYPED));
  const { interviews } = library;
  if (name === 'interview') return interviewChoices(interviews, typed, locale);
  const scope = scopeFor(interviews, named);
  const labels = typed === '' ? allQuestions(scope, locale) : matching(library, { scope, typed, locale });
  const reader = { interviews: scope, locale };
  // The value is the question itself, which a member's client shows once the command is sent; the name says whose it is, too.
  const choices = labels.map(({ label, source }) => ({
    name: choiceLabel(ofWhom(label, source.interview, reader)),
    value: label,
  }));
  const distinct = new Map(choices.map((choice) => [choice.name, choice]));
  return [...distinct.values()].slice(0, MOST_OPTIONS);
}

function scopeFor(interviews: readonly Interview[], named: string | null): readonly Interview[] {
  if (named === null) return interviews;
  const interview = findInterview(interviews, named);
  return interview ? [interview] : [];
}

function allQuestions(interviews: readonly Interview[], locale: Locale): readonly QuestionLabel[] {
  return interviews.flatMap((interview) =>
    exchangesOf(interview).map((exchange) => ({
      label: choiceLabel(sectionLabel(interview, exchange, locale)),
      source: refTo(interview, exchange),
    })),
  );
}

interface Typing {
  readonly scope: readonly Interview[];
  readonly typed: string;
  readonly locale: Locale;
}

/** Questions whose wording matches, then those whose answer does. */
function matching(library: Library, { scope, typed, locale }: Typing): readonly QuestionLabel[] {
  const prefers = (label: string) => languageOf(label) === readerOf(locale);
  const byWording = rankLabels(scope.flatMap(labelsOf), { text: typed, prefers });
  if (byWording.length >= MOST_OPTIONS) return byWording;
  const named = new Set(byWording.map(({ source }) => JSON.stringify(source)));
  const question = typed.slice(0, LONGEST_SEARCHED);
  const byAnswer = nearestSections(library, { question, interview: onlyIn(scope) })
    .filter((source) => !named.has(JSON.stringify(source)))
    .flatMap((source) => exchangeLabel(scope, source, locale));
  return [...byWording, ...byAnswer];
}

function onlyIn(scope: readonly Interview[]): string | undefined {
  return scope.length === 1 ? scope[0]?.id : undefined;
}

/** None for other sections: they are no question that could be asked. */
function exchangeLabel(
  scope: readonly Interview[],
  source: SectionRef,
  locale: Locale,
): readonly QuestionLabel[] {
  const interview = interviewOf(scope, source);
  const section = interview && findSection(interview, source);
  return interview && section?.kind === 'exchange'
    ? [{ label: choiceLabel(sectionLabel(interview, section, locale)), source }]
    : [];
}

function interviewChoices(interviews: readonly Interview[], typed: string, locale: Locale) {
  const isMeant = (interview: Interview) =>
    [interview.id, ...goesBy(interview)].some((name) => name.includes(fold(typed))) ||
    findInterview(interviews, typed) === interview;
  return interviews
    .filter(isMeant)
    .slice(0, MOST_OPTIONS)
    .map((interview) => ({ name: choiceLabel(titleLabel(interview, locale)), value: interview.id }));
}

interface Typed {
  /** Not empty. */
  readonly text: string;
  /** Decides between wordings that match equally well. */
  readonly prefers: (label: string) => boolean;
}

/** Beginning with what was typed counts above containing it, and that above sharing its words. */
const BEGINS = 3;
const CONTAINS = 2;
/** Share of the typed words that a label must have at least: less is chance. */
const LEAST_SHARE = 0.5;
/** Smaller than any difference between two shares. */
const PREFERENCE = 0.001;

/** The best wording of each question that matches, best first. */
function rankLabels(labels: readonly FoldedLabel[], { text, prefers }: Typed): readonly QuestionLabel[] {
  const typed = fold(text);
  const share = shareOf(wordsIn(typed));
  const scored = labels
    .map((label) => ({ label, score: scoreOf(label, typed, share) }))
    .filter(({ score }) => score >= LEAST_SHARE)
    .map(({ label, score }) => ({ label, score: score + (prefers(label.label) ? PREFERENCE : 0) }))
    .toSorted((a, b) => b.score - a.score);
  const seen = new Set<string>();
  return scored.flatMap(({ label }) => {
    const section = JSON.stringify(label.source);
    if (seen.has(section)) return [];
    seen.add(section);
    return [label];
  });
}

function scoreOf({ folded, words }: FoldedLabel, typed: string, share: ReturnType<typeof shareOf>): number {
  if (folded.startsWith(typed)) return BEGINS;
  return folded.includes(typed) ? CONTAINS : share(words);
}

/** How many of the typed words, 0..1, a label has; the last may be unfinished, so that the beginning of a word counts as it. */
function shareOf(typed: readonly string[]): (own: readonly string[]) => number {
  const words = [...new Set(typed)];
  const byLetter = new Map<string, number[]>();
  words.forEach((word, at) => {
    byLetter.set(word.charAt(0), [...(byLetter.get(word.charAt(0)) ?? []), at]);
  });
  /** For each word the last label that had it, so that nothing is made for a label. */
  const lastWith = new Int32Array(words.length);
  let label = 0;
  return (own) => {
    label += 1;
    let found = 0;
    for (const other of own)
      for (const at of byLetter.get(other.charAt(0)) ?? [])
        if (lastWith[at] !== label && other.startsWith(words[at] ?? '')) {
          lastWith[at] = label;
          found += 1;
        }
    return words.length === 0 ? 0 : found / words.length;
  };
}

function wordsIn(folded: string): readonly string[] {
  return tokenise(folded).flatMap(({ word, term }) => (term === BREAK ? [] : [word]));
}

/** A wording under which a question can be chosen. */
interface QuestionLabel {
  /** Fits a choice of an autocomplete, where it is name and value at once. */
  readonly label: string;
  readonly source: SectionRef;
}

interface FoldedLabel extends QuestionLabel {
  readonly folded: string;
  readonly words: readonly string[];
}

/** Each key asks for the same ones; an interview that is not loaded any more takes its own along. */
const LABELS = new WeakMap<Interview, readonly FoldedLabel[]>();

/** All labels of an interview's questions: as printed, translated, and asked in other words. */
function labelsOf(interview: Interview): readonly FoldedLabel[] {
  const known = LABELS.get(interview);
  if (known) return known;
  const labels = exchangesOf(interview).flatMap((exchange) =>
    wordingsOf(interview, exchange).map((wording) => {
      const label = choiceLabel(wording);
      const folded = fold(label);
      return { label, folded, words: wordsIn(folded), source: refTo(interview, exchange) };
    }),
  );
  LABELS.set(interview, labels);
  return labels;
}

function choiceLabel(wording: string): string {
  return cut(wording, LONGEST.choiceName);
}

function wordingsOf(interview: Interview, exchange: Exchange): readonly string[] {
  const place = interview.sections.indexOf(exchange);
  const translated = interview.translations.flatMap(({ sections }) => sections[place] ?? []);
  const questions = translated.flatMap((own) => (own.kind === 'exchange' ? [own.question] : []));
  const others = translated.flatMap((own) => (own.kind === 'exchange' ? own.askedAs : []));
  return [exchange.question, ...questions, ...exchange.askedAs, ...others];
}
