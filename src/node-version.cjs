// Tells an old Node in one line what it needs; written in old JavaScript, so that an old Node can read it.
const oldest = require('../package.json').engines.node.replace('>=', '').split('.').map(Number);
const current = process.versions.node.split('.').map(Number);
if (current[0] < oldest[0] || (current[0] === oldest[0] && current[1] < oldest[1])) {
  const found = `Verbatim needs Node.js ${oldest.join('.')} or newer; this is ${process.versions.node}`;
  process.stderr.write(`${found}: see https://nodejs.org\n`);
  process.exit(1);
}
