// media-captions 1.0.4 has types whose inner paths lack their endings, which nodenext does not resolve; what is used of it.
declare module 'media-captions' {
  export interface VTTCue {
    /** Seconds. */
    readonly startTime: number;
    readonly endTime: number;
    readonly text: string;
  }

  export type VTTNode =
    | { readonly type: 'text'; readonly data: string }
    /** A tag that is broken off names no voice. */
    | { readonly type: 'v'; readonly voice: string | undefined; readonly children: readonly VTTNode[] }
    | {
        readonly type: 'c' | 'i' | 'b' | 'u' | 'ruby' | 'rt' | 'lang' | 'timestamp';
        readonly children: readonly VTTNode[];
      };

  export function parseText(
    text: string,
    options: { readonly type: 'vtt' | 'srt' },
  ): Promise<{ readonly cues: readonly VTTCue[]; readonly metadata: Readonly<Record<string, string>> }>;

  export function tokenizeVTTCue(cue: VTTCue): readonly VTTNode[];
}
