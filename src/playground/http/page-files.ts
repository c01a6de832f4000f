// The page’s files: its one document and icon, and one script and one style sheet, made from the sources when the playground starts.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface Asset {
  readonly type: string;
  readonly body: string | Uint8Array;
}

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

/** By the path under which the page asks for them. */
export async function bundlePage(): Promise<ReadonlyMap<string, Asset>> {
  const { outputFiles } = await build({
    entryPoints: ['main.ts', 'styles/main.css'].map((path) =>
      fileURLToPath(new URL(`../page/${path}`, import.meta.url)),
    ),
    entryNames: '[name]',
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'esm',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    logLevel: 'error',
  });
  return new Map(
    outputFiles.map(({ path, contents }) => {
      const extension = path.split('.').at(-1) ?? '';
      const type = TYPES[extension] ?? 'application/octet-stream';
      return [`/main.${extension}`, { type, body: contents }];
    }),
  );
}

/** Everything in it is drawn by the script. */
export const DOCUMENT = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark light">
<title>Verbatim playground</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/main.css">
<script type="module" src="/main.js"></script>
</head>
<body>
<noscript>This page needs JavaScript. Without it, ask in the terminal: npm run ask</noscript>
</body>
</html>
`;

export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="9" fill="#4752c4"/>
<path d="M8 20v-5q0-5 5-6v3q-2 1-2 3h2v5zm10 0v-5q0-5 5-6v3q-2 1-2 3h2v5z" fill="#fff"/>
</svg>
`;
