// node src/launch.cjs MAIN ...: runs a main, which is TypeScript, in this very process, and passes on the signals that npm gets.
// An old Node is told in one line what is needed; hence the old JavaScript.
/** Milliseconds between two looks at whether the shell is still there. */
const WATCH = 250;

const oldest = require('../package.json').engines.node.replace('>=', '').split('.').map(Number);
const current = process.versions.node.split('.').map(Number);
if (current[0] < oldest[0] || (current[0] === oldest[0] && current[1] < oldest[1])) {
  const found = `Verbatim needs Node.js ${oldest.join('.')} or newer; this is ${process.versions.node}`;
  process.stderr.write(`${found}: see https://nodejs.org\n`);
  process.exit(1);
}

// npm passes SIGTERM and SIGINT to the shell that it runs a script in. Many shells (dash) do not pass them on, they end, and
// leave this process to another parent.
if (process.env.npm_lifecycle_event !== undefined && process.platform !== 'win32') {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, WATCH);
  watch.unref();
}
// The main finds its arguments where it would if it had been started by itself.
process.argv.splice(1, 1);
const { dirname, resolve } = require('node:path');
const { pathToFileURL } = require('node:url');

void run(resolve(process.argv[1]));

async function run(main) {
  // The mains of src are compiled once; tests and tools, and whatever cannot be kept, run from their sources.
  const file = dirname(main) === __dirname ? await require('./compile.cjs').compiled(main) : undefined;
  if (file === undefined) {
    // By import: what tsx 4.23.15 offers to `require` looks for a file that is not there.
    const { register } = await import('tsx/esm/api');
    register();
  } else process.setSourceMapsEnabled(true);
  await import(pathToFileURL(file ?? main).href);
}
