// A main and all that it imports, compiled once into one folder below node_modules/.cache: a start reads and checks a few
// files there instead of hundreds. It may be deleted at any time; what does not fit the sources to the letter is not run.
const { createHash, randomUUID } = require('node:crypto');
const fs = require('node:fs');
const { basename, join, resolve } = require('node:path');
const { pathToFileURL } = require('node:url');

const ROOT = resolve(__dirname, '..');
const CACHE = join(ROOT, 'node_modules', '.cache', 'verbatim');
const RECORD = 'record.json';
/** What shapes the outcome beside the sources: this file and the version, the settings of TypeScript. */
const SHAPING = ['src/compile.cjs', 'package.json', 'tsconfig.json'];
/** Milliseconds after which a folder for other sources is removed: until then a process may still be starting from it. */
const LEFT_OVER = 3_600_000;
/** Milliseconds that the time of a file may lag behind the clock. */
const CLOCK_STEP = 50;
/** Packages that find files of their own beside themselves. */
const EXTERNAL = ['esbuild', 'tsx'];
/** What CommonJS packages expect to find in a module; some others declare it themselves once more. */
const PRELUDE = `import { createRequire as requireOf } from 'node:module';
var require = requireOf(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;`;
/** The file to import for a main in `src`, compiled now where it has to be; undefined where nothing can be kept. */
async function compiled(main) {
  try {
    return kept(main) ?? (await compile(main));
  } catch {
    // A folder that cannot be written to, a disk that is full, a source that esbuild cannot read: tsx has the last word.
    return undefined;
  }
}

/** What was compiled from exactly these sources, and is still whole. */
function kept(main) {
  const name = basename(main, '.ts');
  for (const folder of foldersOf(name)) {
    const record = readRecord(folder);
    if (record === undefined || folder !== join(CACHE, `${name}-${fingerprint(record.inputs)}`)) continue;
    const isWhole = Object.entries(record.outputs).every(
      ([file, hash]) => hashOf(readOr(join(folder, file))) === hash,
    );
    if (isWhole) return join(folder, `${name}.js`);
  }
  return undefined;
}

function foldersOf(name) {
  const pattern = new RegExp(`^${name}-[0-9a-f]{64}$`);
  try {
    return fs
      .readdirSync(CACHE)
      .filter((folder) => pattern.test(folder))
      .map((folder) => join(CACHE, folder));
  } catch {
    return [];
  }
}

function readRecord(folder) {
  try {
    const { inputs, outputs } = JSON.parse(readOr(join(folder, RECORD)));
    return Array.isArray(inputs) && typeof outputs === 'object' && outputs !== null
      ? { inputs, outputs }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Our own files count to the letter; a package's by size and time of change, which every installation renews. */
function fingerprint(inputs) {
  const hash = createHash('sha256').update(ROOT);
  for (const input of [...SHAPING, ...inputs]) {
    hash.update(`\n${input}\n`).update(isPackage(input) ? stampOf(input) : readOr(join(ROOT, input)));
  }
  return hash.digest('hex');
}

function isPackage(path) {
  return path.startsWith('node_modules/');
}

function stampOf(input) {
  const found = fs.statSync(join(ROOT, input), { throwIfNoEntry: false });
  return found ? `${found.size} ${found.ctimeMs}` : '';
}

function readOr(path) {
  try {
    return fs.readFileSync(path);
  } catch {
    return '';
  }
}

function hashOf(content) {
  return createHash('sha256').update(content).digest('hex');
}

async function compile(main) {
  // Written aside and moved as a whole: another process sees all of it or nothing. Readable as the sources are: who installs
  // the bot may be another user than who runs it.
  const aside = join(CACHE, `new-${randomUUID()}`);
  fs.mkdirSync(aside, { recursive: true });
  try {
    return await compileInto(aside, main);
  } finally {
    fs.rmSync(aside, { recursive: true, force: true });
  }
}

async function compileInto(aside, main) {
  const name = basename(main, '.ts');
  const start = Date.now();
  const { outputFiles, metafile } = await bundle(main);
  const inputs = Object.keys(metafile.inputs).sort();
  const isEdited = inputs.some((input) => fs.statSync(join(ROOT, input)).ctimeMs > start - CLOCK_STEP);
  if (isEdited) throw new Error('A source was edited while it was compiled.');
  const outputs = {};
  for (const { path, contents } of outputFiles) {
    outputs[basename(path)] = hashOf(contents);
    fs.writeFileSync(join(aside, basename(path)), contents);
  }
  fs.writeFileSync(join(aside, RECORD), JSON.stringify({ inputs, outputs }));
  fs.writeFileSync(join(aside, 'package.json'), '{"type":"module"}');
  const folder = join(CACHE, `${name}-${fingerprint(inputs)}`);
  fs.rmSync(folder, { recursive: true, force: true });
  fs.renameSync(aside, folder);
  removeLeftOvers(name);
  return join(folder, `${name}.js`);
}

async function bundle(main) {
  const { build, stop } = require('esbuild');
  const built = await build({
    ...{ entryPoints: [main], absWorkingDir: ROOT, outdir: join(CACHE, 'x'), entryNames: '[name]' },
    ...{ bundle: true, splitting: true, write: false, metafile: true, logLevel: 'silent' },
    ...{ platform: 'node', format: 'esm', target: 'node20.12', external: EXTERNAL, banner: { js: PRELUDE } },
    ...{ sourcemap: 'linked', sourcesContent: false, plugins: [ownPlaces, ownLines] },
  });
  // Its other process would stay as long as the bot.
  await stop();
  return built;
}

/** A file of ours goes on finding what lies beside its source. */
const ownPlaces = {
  name: 'own places',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const own = JSON.stringify(pathToFileURL(path).href);
      return { contents: fs.readFileSync(path, 'utf8').replaceAll('import.meta.url', own), loader: 'ts' };
    });
  },
};

/** Packages bring their names into the map, but no lines: Node keeps the whole map in memory from the first error on. */
const ownLines = {
  name: 'own lines',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/].*\.[cm]?js$/ }, async ({ path }) => ({
      contents: `${await withNames(path)}\n//# sourceMappingURL=${firstLineOf(path)}`,
      loader: 'js',
    }));
  },
};

/**
 * discord.js finds the limit of a cache by the name of its class, and esbuild renames classes. Our files go without: to name each
 * function that is made on the way to a reply is a twelfth of what it costs.
 */
async function withNames(path) {
  const source = fs.readFileSync(path, 'utf8');
  if (!/\bclass\b/.test(source)) return source;
  return (await require('esbuild').transform(source, { keepNames: true })).code;
}

/** A map by which all of a file is its first line. */
function firstLineOf(path) {
  const map = { version: 3, sources: [basename(path)], mappings: 'AAAA' };
  return `data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`;
}

/** Removes what was compiled from earlier sources. */
function removeLeftOvers(name) {
  for (const folder of foldersOf(name)) {
    if (Date.now() - fs.statSync(folder).mtimeMs > LEFT_OVER)
      fs.rmSync(folder, { recursive: true, force: true });
  }
}

module.exports = { compiled };
