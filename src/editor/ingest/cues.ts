// The lines of subtitles -> cues with their lines. media-captions 1.0.4 leaves out, without an error, a cue whose end is not behind
// its beginning, and takes for words a cue that no blank line parts from the one before, SubRip's coordinates, and not what is in
// angle brackets.
import { parseText, type VTTCue } from 'media-captions';
import type { Reading, Remark } from './block.ts';

export interface CuesRead {
  readonly placed: readonly { readonly cue: VTTCue; readonly line: number }[];
  readonly metadata: Readonly<Record<string, string>>;
  /** One for each timing whose words are lost. */
  readonly problems: readonly Remark[];
}

export async function readCues(lines: readonly string[], type: 'vtt' | 'srt'): Promise<CuesRead> {
  const { cues, metadata } = await parseText(apart(lines, type), { type });
  const timings = lines.flatMap((line, at) => (line.includes('-->') ? [{ line, at: at + 1 }] : []));
  const lost = timings.length > cues.length ? withoutCue(timings, cues) : [];
  const read = timings.filter((timing) => !lost.includes(timing));
  const isTold = read.length === cues.length;
  const placed = cues.map((cue, at) => ({ cue, line: (isTold ? read[at]?.at : undefined) ?? 1 }));
  return { placed, metadata, problems: lost.map(unread) };
}

/** A blank line before each cue, without which its words and times would be the words of the one before; none within SubRip's cues. */
function apart(lines: readonly string[], type: 'vtt' | 'srt'): string {
  const opens = new Set(
    lines.flatMap((line, at) => (line.includes('-->') ? [isOpener(lines, at - 1) ? at - 1 : at] : [])),
  );
  const isBlank = (at: number) => lines[at]?.trim() === '';
  const kept = type === 'srt' ? (at: number) => !isBlank(at) : () => true;
  return lines
    .flatMap((line, at) => {
      const own = kept(at)
        ? [line.includes('-->') ? line.replace(COORDINATES, '') : withoutFalseTags(line)]
        : [];
      return opens.has(at) && at > 0 && !(kept(at - 1) && isBlank(at - 1)) ? ['', ...own] : own;
    })
    .join('\n');
}

/** `X1:100 X2:600 Y1:050 Y2:100` behind SubRip's times. */
const COORDINATES = /(?<=[\d.,])(?:\s+[XY][12]:\s*-?\d+)+\s*$/i;
/** What opens no tag of WebVTT or SubRip: a title in angle brackets (`<红楼梦>`), less than. */
const NO_TAG =
  /<(?!\/?(?:[abcisuv]|ruby|rt|lang|font|em|strong|span|br)(?:[.\s/][^<>]*)?>|(?:\d+:)?\d\d:\d\d\.\d{3}>)/gi;

function withoutFalseTags(line: string): string {
  return line.replace(NO_TAG, '&lt;');
}

/** A cue's number or name: digits, or a line that stands alone above its times. */
function isOpener(lines: readonly string[], at: number): boolean {
  const line = lines[at]?.trim() ?? '';
  if (/^\d+$/.test(line)) return true;
  return line !== '' && at > 0 && lines[at - 1]?.trim() === '' && !line.includes('-->');
}

interface Timing {
  readonly line: string;
  readonly at: number;
}

/** Timings that the parser left out without an error: no time as it should be, or an end that is not behind its beginning. */
function withoutCue(timings: readonly Timing[], cues: readonly VTTCue[]): readonly Timing[] {
  const begun = cues.map(({ startTime }) => startTime);
  return timings.filter(({ line }) => {
    const at = begun.indexOf(secondsOf(line));
    if (at !== -1) begun.splice(at, 1);
    return at === -1;
  });
}

/** `1:02:03,004 --> …` -> 3723.004; NaN where there is no time. */
function secondsOf(timing: string): number {
  const [from = ''] = timing
    .replace(/,/g, '.')
    .trim()
    .split(/[ \t]*-->/);
  return from === '' ? Number.NaN : from.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

function unread({ line, at }: Timing): Remark {
  return {
    line: at,
    what: `the words below \u201c${line.trim()}\u201d are lost: mend that line; a time is such as 00:01:02.500, and ends behind its beginning`,
  };
}

/** What stands between the cues for whoever makes them, up to the blank line behind it. */
export function notesIn(lines: readonly string[]): Reading['leftOut'] {
  return lines.flatMap((opening, at) => {
    const [kind] = /^(?:NOTE|STYLE|REGION)(?=\s|$)/.exec(opening) ?? [];
    if (kind === undefined || lines[at - 1]?.trim()) return [];
    const own = lines.slice(at);
    const text = own
      .slice(
        0,
        own.findIndex((line, index) => index > 0 && line.trim() === ''),
      )
      .join(' ');
    return [
      { line: at + 1, text, reason: kind === 'NOTE' ? 'a note of the subtitles' : 'how the subtitles look' },
    ];
  });
}

interface Timed {
  readonly line: number;
  /** Seconds. */
  readonly start: number;
  readonly end: number;
}

export function overlaps(utterances: readonly Timed[]): readonly Remark[] {
  return utterances.flatMap((own, at): readonly Remark[] => {
    const before = utterances[at - 1];
    if (!before || before.line === own.line || own.start >= before.end - 0.001) return [];
    const what = `the cue at ${clock(own.start)} begins before the one on line ${before.line} ends (${clock(before.end)}); both are kept, in the order of their beginnings. Check who says what`;
    return [{ line: own.line, what }];
  });
}

function clock(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(11, 23);
}
