// npm run interview -- ingest: a page, a document or a transcript becomes an interview file; what became of each line is told.
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Key } from '../knowledge/front-matter.ts';
import { KEYS, reportText } from './ingest/compose.ts';
import { ingest } from './ingest/ingest.ts';

/** What the command needs of the machine. A failure comes back as the system's code, such as `EACCES`. */
export interface IngestPort {
  /** The bytes of a file, or of standard input (`-`); of one that is too large at least one more than may be. */
  readonly read: (source: string) => Promise<Uint8Array | Fault>;
  /** Writes a file whole or not at all; undefined once it stands. `EEXIST`: it is there, and may not be replaced. */
  readonly write: (path: string, text: string, mayReplace: boolean) => Promise<Fault | undefined>;
  readonly print: (text: string) => Promise<void>;
  readonly complain: (text: string) => Promise<void>;
}

export interface Fault {
  readonly code: string;
}

const INGEST_USAGE = `Usage: npm run --silent interview -- ingest SOURCE [--out FILE] [--set KEY=VALUE …] [--force] [--json]
  SOURCE        a page (.html), a text (.txt, .md), a .docx, subtitles (.srt, .vtt), or - for standard input
  --out FILE    where the interview goes, such as knowledge/ID.md; without it, to standard output
  --set K=V     a value of the front matter: ${KEYS.join(', ')}
  --force       replace FILE if there is one
  --json        the report as JSON; it goes to standard error either way
  Status: 0 done; 1 something is left to do, all of it named; 2 called wrongly.`;

/** 0; 1 where something is left to do or the source gives no interview; 2 for a bad command line. */
export async function ingestCommand(argv: readonly string[], port: IngestPort): Promise<0 | 1 | 2> {
  const parsed = parseOptions(argv);
  if (!parsed.ok) {
    await port.complain(`${parsed.message}\n${INGEST_USAGE}\n`);
    return 2;
  }
  if (parsed.options.help) {
    await port.print(`${INGEST_USAGE}\n`);
    return 0;
  }
  const { source } = parsed.options;
  const bytes = await port.read(source);
  if ('code' in bytes) {
    await port.complain(`${source}: ${whyUnread(bytes.code)}\n`);
    return 1;
  }
  return await convert(bytes, parsed.options, port);
}

async function convert(bytes: Uint8Array, options: Options, port: IngestPort): Promise<0 | 1> {
  const { source, out, values, json } = options;
  const name = source === '-' ? 'standard input' : basename(source);
  const result = await ingest(bytes, { name, file: out ?? `${name.replace(/\.[^.]*$/, '')}.md`, values });
  if (!result.ok) {
    await port.complain(json ? `${JSON.stringify(result)}\n` : `${source}: ${result.what} ${result.mend}\n`);
    return 1;
  }
  const { report, text } = result;
  if (out === undefined) await port.print(text);
  const fault = out === undefined ? undefined : await port.write(out, text, options.force);
  await port.complain(
    json ? `${JSON.stringify({ ok: true, ...report })}\n` : `${reportText(name, report)}\n`,
  );
  if (fault) {
    await port.complain(`${out}: ${whyUnwritten(fault.code)} Nothing was written.\n`);
    return 1;
  }
  return report.problems.length > 0 ? 1 : 0;
}

function whyUnread(code: string): string {
  if (code === 'ENOENT')
    return 'There is no such file. Name a page, a document or a transcript, or - for standard input.';
  if (code === 'EISDIR') return 'It is a folder. Name one file.';
  if (code === 'EINVAL') return 'It is no regular file. Name a file, or - for standard input.';
  return `It cannot be read (${code}). Change who may read it.`;
}

function whyUnwritten(code: string): string {
  if (code === 'EEXIST')
    return 'There is such a file, and it was left alone. Name another, or replace it with --force.';
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'There is no such folder. Make it, or name another.';
  if (code === 'EISDIR') return 'It is a folder. Name a file in it.';
  return `It may not be written there (${code}). Name another place, or change who may write.`;
}

interface Options {
  readonly source: string;
  readonly out: string | undefined;
  readonly values: Partial<Record<Key, string>>;
  readonly force: boolean;
  readonly json: boolean;
  readonly help: boolean;
}

type Parsed =
  | { readonly ok: true; readonly options: Options }
  | { readonly ok: false; readonly message: string };

function parseOptions(argv: readonly string[]): Parsed {
  try {
    const { values: given, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        set: { type: 'string', multiple: true, default: [] },
        force: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const [source = '', ...others] = positionals;
    const { out, force, json, help } = given;
    if (!help && (source === '' || others.length > 0)) return { ok: false, message: 'Name one source.' };
    const values: Partial<Record<Key, string>> = {};
    for (const item of given.set) {
      const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(item) ?? [];
      const key = KEYS.find((each) => each === name || each === `interviewee.${name}`);
      if (key === undefined || value.trim() === '')
        return { ok: false, message: `--set takes KEY=VALUE with a known key, not ${JSON.stringify(item)}.` };
      values[key] = value.trim();
    }
    return { ok: true, options: { source, out, values, force, json, help } };
  } catch (error) {
    // parseArgs reports unknown options and missing values as a TypeError whose message names them.
    if (error instanceof TypeError) return { ok: false, message: error.message };
    throw error;
  }
}
