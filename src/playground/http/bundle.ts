// The page's files, made from its sources when the playground starts: one script and one style sheet.
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
