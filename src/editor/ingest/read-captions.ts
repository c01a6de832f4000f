// Subtitles -> blocks: cues are joined into sentences, and sentences into paragraphs; only line breaks change.
import { tokenizeVTTCue, type VTTCue, type VTTNode } from 'media-captions';
import { type Block, endsAsQuestion, endsAsSentence, plainBlock, type Reading, widthOf } from './block.ts';
import { notesIn, overlaps, readCues } from './cues.ts';
import { isSubtitleCredit, SUBTITLE_CREDIT } from './junk.ts';
import { roleOf } from './label-words.ts';
import { labelKeyIn, labelsOf } from './labels.ts';

/** One voice's words in one cue. */
interface Utterance {
  readonly text: string;
  readonly line: number;
  readonly speaker: string | undefined;
  /** Seconds. */
  readonly start: number;
  readonly end: number;
}

export async function readCaptions(source: string, type: 'vtt' | 'srt'): Promise<Reading> {
  const lines = source.split(/\r\n|\n|\r/);
  const { placed, metadata, problems } = await readCues(lines, type);
  const inTime = placed.toSorted((a, b) => a.cue.startTime - b.cue.startTime);
  const heard = withoutRolling(inTime.flatMap(({ cue, line }) => utterancesOf(cue, line)));
  const spoken = heard.filter(({ text: words }) => !SOUND.test(words));
  const utterances = withVoices(withoutCredits(spoken));
  const credits = spoken.slice(utterances.length);
  const sounds = heard.filter(({ text: words }) => SOUND.test(words));
  const title = /^\uFEFF?WEBVTT[ \t]+-?[ \t]*(\S.*)$/.exec(lines[0] ?? '')?.[1];
  const language = metadata['Language'];
  return {
    unit: 'line',
    blocks: joinUtterances(utterances),
    named: language === undefined ? {} : { language },
    headlines: title === undefined ? [] : [title],
    unsure: [],
    leftOut: [
      ...notesIn(lines),
      ...sounds.map(({ line, text: words }) => ({ line, text: words, reason: 'a sound, no words' })),
      ...credits.map(({ line, text: words }) => ({ line, text: words, reason: SUBTITLE_CREDIT })),
    ],
    problems: [...overlaps(utterances), ...problems],
  };
}

/** `[applause]`, `♪ … ♪`: a whole line. */
const SOUND = /^(?:[[(（【][^\])）】]*[\])）】]|[♪♫].*[♪♫]?)$/u;

/** Behind the last words; a cue with a voice is somebody's. */
function withoutCredits(spoken: readonly Utterance[]): readonly Utterance[] {
  const isCredit = ({ speaker, text }: Utterance) => speaker === undefined && isSubtitleCredit(text);
  return spoken.slice(0, spoken.findLastIndex((own) => !isCredit(own)) + 1);
}

function utterancesOf(cue: VTTCue, line: number): readonly Utterance[] {
  const parts: { speaker: string | undefined; text: string }[] = [];
  const read = (nodes: readonly VTTNode[], speaker: string | undefined) => {
    for (const node of nodes) {
      if (node.type === 'text') parts.push({ speaker, text: node.data });
      else if (node.type !== 'rt') read(node.children, node.type === 'v' ? node.voice?.trim() : speaker);
    }
  };
  read(tokenizeVTTCue(cue), undefined);
  const merged: { speaker: string | undefined; text: string }[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (last && last.speaker === part.speaker) last.text += part.text;
    else merged.push({ ...part });
  }
  const { startTime: start, endTime: end } = cue;
  return merged.flatMap(({ speaker, text }) =>
    linesOf(text).map((own) => ({ text: own, line, speaker, start, end })),
  );
}

/** Share of the cues that name their voice, above which a cue without goes on with the one before. */
const NAMED = 0.9;

/** Each with its voice, where a label opens each cue, or a voice is named where another begins. */
function withVoices(utterances: readonly Utterance[]): readonly Utterance[] {
  const labels = repeatedLabels(utterances);
  const labelAt = ({ text }: Utterance) => labelsOf(plainBlock(text, 1)).find(({ key }) => labels.has(key));
  const cues = utterances.filter(({ line }, at) => line !== utterances[at - 1]?.line);
  const isLabelled = labels.size > 1 && cues.filter(labelAt).length >= cues.length * NAMED;
  let speaker: string | undefined;
  return utterances.map((own) => {
    const label = isLabelled ? labelAt(own) : undefined;
    speaker = own.speaker ?? label?.printed ?? speaker;
    return { ...own, speaker, text: own.text.slice(label?.words ?? 0) };
  });
}

/** What SubRip files keep of the Advanced SubStation they were made of, and players know: `{\an8}`, and a line's end. */
const STYLE = /\{\\[^}]*\}/g;
const BREAK = /\\N(?![a-z])/g;

function linesOf(text: string): readonly string[] {
  return text
    .replace(STYLE, '')
    .replace(BREAK, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Rolling captions show each line twice, as the last of one cue and the first of the next. */
function withoutRolling(all: readonly Utterance[]): readonly Utterance[] {
  const isRepeat = (own: Utterance, at: number) => {
    const before = all[at - 1];
    return (
      before !== undefined &&
      before.text === own.text &&
      before.line !== own.line &&
      own.start - before.end < 0.1
    );
  };
  const repeats = all.filter(isRepeat).length;
  return repeats > all.length / 4 ? all.filter((own, at) => !isRepeat(own, at)) : all;
}

/** Dash, `>>`, or a name and a colon: somebody else begins. */
const NEW_VOICE = /^(?:[-–—]\s?\S|>>|(?:[[(]?\d?\d:\d\d[\])]?\s*)?[^:：,，.。?？!！]{1,40}[:：]\s*\S)/;
/** Seconds of silence behind a sentence that begin a paragraph. */
const PAUSE = 1.5;
/** Columns after which a paragraph ends with its sentence. */
const LONG = 900;

function joinUtterances(utterances: readonly Utterance[]): readonly Block[] {
  const labels = repeatedLabels(utterances);
  const isMarked =
    labels.size > 1 ||
    utterances.some(({ speaker, text }) => speaker !== undefined || /^(?:[-–—]\s?\S|>>)/.test(text));
  const pauses = isMarked ? undefined : longPauses(utterances);
  const starts = isMarked ? new Set<number>() : (pauses ?? questionBorders(utterances));
  const blocks: { text: string; first: Utterance; last: Utterance; isPaused: boolean }[] = [];
  for (const [at, own] of utterances.entries()) {
    const block = blocks.at(-1);
    if (block && !starts.has(at) && !beginsParagraph(own, block, labels)) {
      block.text = join(block.text, own.text);
      block.last = own;
    } else blocks.push({ text: own.text, first: own, last: own, isPaused: pauses?.has(at) ?? false });
  }
  return blocks.map(({ text, first: { line, speaker }, isPaused }) =>
    plainBlock(text, line, {
      looks: isPaused ? [PAUSED] : [],
      ...(speaker === undefined ? {} : { speaker }),
    }),
  );
}

function beginsParagraph(
  own: Utterance,
  block: { readonly text: string; readonly last: Utterance },
  labels: ReadonlySet<string>,
): boolean {
  if (own.speaker !== block.last.speaker) return true;
  if (/^(?:[-–—]\s?\S|>>)/.test(own.text)) return true;
  const isEnded = endsAsSentence(block.text);
  const isLabelled = labels.size > 1 ? labels.has(labelKeyIn(own.text) ?? '') : NEW_VOICE.test(own.text);
  if (isLabelled && (isEnded || /[-–—]$/.test(block.text))) return true;
  return isEnded && (own.start - block.last.end >= PAUSE || widthOf(block.text) > LONG);
}

/** Labels that open several cues, or say who speaks: two of them tell the turns, and a question within one is the speaker's own. */
function repeatedLabels(utterances: readonly Utterance[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { text } of utterances) {
    const key = labelKeyIn(text);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set(
    [...counts].filter(([key, count]) => count > 1 || roleOf(key) !== undefined).map(([key]) => key),
  );
}

/** The look of a block before which it was silent, where nothing else tells the voices apart. */
export const PAUSED = 'a silence before it';
/** Seconds; and how many times the usual silence between cues. */
const LEAST_SILENCE = 0.4;
const LONGER = 4;

/** Indices before which it is silent for much longer than between cues elsewhere; undefined where they tell no turns. */
function longPauses(utterances: readonly Utterance[]): ReadonlySet<number> | undefined {
  const gaps = utterances.map((own, at) => Math.max(0, own.start - (utterances[at - 1]?.end ?? 0)));
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  const least = Math.max(LEAST_SILENCE, usual * LONGER);
  const starts = gaps.flatMap((gap, at) =>
    at === 0 || (gap >= least && endsAsSentence(utterances[at - 1]?.text ?? '')) ? [at] : [],
  );
  const asked = starts.slice(1).filter((at) => endsAsQuestion(utterances[at - 1]?.text ?? '')).length;
  const isTurns = starts.length >= 6 && asked >= starts.length * 0.3;
  return isTurns ? new Set(starts) : undefined;
}

/** Cues back from its mark in which a question may have begun. */
const LOOK_BACK = 4;
/** Seconds of silence that show where one voice gave way to the other. */
const SHORT_PAUSE = 0.3;

/** Where nothing tells the voices apart: before each question and behind it. */
function questionBorders(utterances: readonly Utterance[]): ReadonlySet<number> {
  const borders = new Set<number>();
  let earlier = 0;
  for (const [at, own] of utterances.entries()) {
    if (!endsAsQuestion(own.text)) continue;
    borders.add(questionStart(utterances, earlier, at)).add(at + 1);
    earlier = at + 1;
  }
  return borders;
}

function questionStart(utterances: readonly Utterance[], from: number, at: number): number {
  const gap = (index: number) => (utterances[index]?.start ?? 0) - (utterances[index - 1]?.end ?? 0);
  const isStart = (index: number) => index === from || endsAsSentence(utterances[index - 1]?.text ?? '');
  const starts: number[] = [];
  for (let index = at; index >= from && at - index <= LOOK_BACK; index -= 1)
    if (isStart(index)) starts.push(index);
  const longest = starts.toSorted((a, b) => gap(b) - gap(a))[0];
  return longest !== undefined && gap(longest) >= SHORT_PAUSE ? longest : (starts[0] ?? at);
}

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60“”‘’…—]/;
const HAN = /[\u3400-\u9fff]/;

/** Without a space between wide characters, except where Chinese subtitles use the line's end as their only mark. */
function join(before: string, after: string): string {
  const isWide = WIDE.test(before.slice(-1)) && WIDE.test(after.charAt(0));
  return isWide && !(HAN.test(before.slice(-1)) && isUnmarked(before))
    ? before + after
    : `${before} ${after}`;
}

function isUnmarked(text: string): boolean {
  return text.length > 30 && !/[，。！？、；,.!?]/.test(text);
}
