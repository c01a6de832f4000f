import { expect, test } from 'vitest';
import { type Fault, type IngestPort, ingestCommand } from '../../src/editor/ingest-command.ts';

const SOURCE =
  'Salt and Wire\nBy Ona Pell\n3 May 2025\nQ: Why the sea?\nA: It was there.\nQ: And now?\nA: It still is.\n';
const GIVEN = ['--set', 'publication=Lamp', '--set', 'name=Mara Voss'];

/** Runs the command over files in memory; `folder` may refuse to be written. */
async function run(argv: readonly string[], files: Map<string, string>, refusal?: Fault) {
  const said = { out: '', error: '' };
  const port: IngestPort = {
    read: async (source) => {
      const text = files.get(source);
      return text === undefined ? { code: 'ENOENT' } : new TextEncoder().encode(text);
    },
    write: async (path, text, mayReplace) => {
      if (refusal) return refusal;
      if (files.has(path) && !mayReplace) return { code: 'EEXIST' };
      files.set(path, text);
      return undefined;
    },
    print: async (text) => {
      said.out += text;
    },
    complain: async (text) => {
      said.error += text;
    },
  };
  return { status: await ingestCommand(argv, port), ...said };
}

test('without --out the interview is printed, and what became of each line is told apart from it', async () => {
  const { status, out, error } = await run(['-', ...GIVEN], new Map([['-', SOURCE]]));
  expect(out).toContain(
    'title: Salt and Wire\ninterviewee:\n  name: Mara Voss\npublication: Lamp\nauthor: Ona Pell\ndate: 2025-05-03\n',
  );
  expect(error).toContain(
    'standard input: text, UTF-8; 2 exchanges; labels: “Q” asks, “A” answers\nKept\n  line 1: title\n',
  );
  expect(status).toBe(0);
});

test('a file with values to fill in is written with status 1, and a file that is there is left alone without --force', async () => {
  const files = new Map([['mara.txt', SOURCE]]);
  const first = await run(['mara.txt', '--out', 'mara.md'], files);
  expect(first.error).toContain(
    'mara.md:5: `publication` was not found. Fill it in, or give it with --set publication=VALUE.',
  );
  expect(first.status).toBe(1);
  const written = files.get('mara.md');
  const second = await run(['mara.txt', '--out', 'mara.md', ...GIVEN], files);
  expect(second.error).toContain('mara.md: There is such a file, and it was left alone.');
  expect(second.status).toBe(1);
  expect(files.get('mara.md')).toBe(written);
  expect((await run(['mara.txt', '--out', 'mara.md', ...GIVEN, '--force'], files)).status).toBe(0);
  expect(files.get('mara.md')).toContain('publication: Lamp');
});

test.each([
  ['EROFS', 'It may not be written there (EROFS). Name another place, or change who may write.'],
  ['ENOENT', 'There is no such folder. Make it, or name another.'],
  ['EISDIR', 'It is a folder. Name a file in it.'],
])('a write that fails with %s says what to do, and that nothing was written', async (code, what) => {
  const { status, error } = await run(['-', '--out', 'a/b.md', ...GIVEN], new Map([['-', SOURCE]]), { code });
  expect(error).toContain(`a/b.md: ${what} Nothing was written.`);
  expect(status).toBe(1);
});

test('the report comes as JSON where a program reads it', async () => {
  const { error } = await run(['-', '--json', ...GIVEN], new Map([['-', SOURCE]]));
  expect(JSON.parse(error)).toMatchObject({ ok: true, exchanges: 2, problems: [], leftOut: [] });
  const refused = await run(['-', '--json'], new Map([['-', 'It will rain.']]));
  expect(JSON.parse(refused.error)).toMatchObject({
    ok: false,
    what: expect.stringContaining('no interview'),
  });
  expect(refused).toMatchObject({ status: 1, out: '' });
});

test.each([
  [[], 'Name one source.'],
  [['a', 'b'], 'Name one source.'],
  [['a', '--set', 'tilte=x'], '--set takes KEY=VALUE with a known key, not "tilte=x".'],
  [['a', '--nope'], "Unknown option '--nope'"],
])('%j is called wrongly, with status 2', async (argv, what) => {
  const { status, error } = await run(argv, new Map());
  expect(error).toContain(what);
  expect(error).toContain('Usage: npm run --silent interview -- ingest SOURCE');
  expect(status).toBe(2);
});

test('a source that is not there is named', async () => {
  expect(await run(['none.txt'], new Map())).toMatchObject({
    status: 1,
    error: expect.stringContaining('none.txt: There is no such file.'),
  });
});
