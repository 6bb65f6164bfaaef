// Builds the house into dist/: TypeScript by the Nest command line, styles by Sass, and the browser's few files.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);

export async function build(say = console.log) {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  say('Building: programs …');
  compile();
  say('Building: styles …');
  await styles();
  writeFileSync(join(root, 'dist', '.built'), '');
}

function compile() {
  const nest = require.resolve('@nestjs/cli/bin/nest.js');
  const run = spawnSync(process.execPath, [nest, 'build', 'web'], { cwd: root, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`The build failed:\n${run.stdout}${run.stderr}`);
}

async function styles() {
  const sass = await import('sass');
  const web = join(root, 'apps', 'web');
  const out = join(root, 'dist', 'apps', 'web', 'public');
  const uswds = join(root, 'node_modules', '@uswds', 'uswds');
  mkdirSync(out, { recursive: true });
  const css = sass.compile(join(web, 'styles', 'app.scss'), {
    loadPaths: [join(web, 'styles'), join(uswds, 'packages')],
    style: 'compressed',
    quietDeps: true,
    silenceDeprecations: ['global-builtin', 'if-function', 'import', 'color-functions'],
  }).css;
  writeFileSync(join(out, 'app.css'), css);
  cpSync(join(web, 'public'), out, { recursive: true });
  for (const image of new Set(
    [...css.matchAll(/url\("?\/assets\/(img\/[^")]+)"?\)/g)].map((match) => match[1]),
  ))
    cpSync(join(uswds, 'dist', image), join(out, image), { recursive: true });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await build();
