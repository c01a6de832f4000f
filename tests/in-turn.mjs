// node tests/in-turn.mjs NAME ...: runs scripts of package.json one after the other, and ends with the first status that is not 0.
// No shell has to know how to join commands: cmd.exe and sh differ in it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const names = process.argv.slice(2);
const unknown = names.find((name) => scripts[name] === undefined);
if (unknown !== undefined) {
  process.stderr.write(`package.json has no script “${unknown}”. Tests alone: npm run vitest -- FILE\n`);
  process.exit(2);
}
for (const name of names) {
  // As npm runs a script, but without another npm, which takes longer to start than some of them to run.
  const { status } = spawnSync(scripts[name], { shell: true, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
