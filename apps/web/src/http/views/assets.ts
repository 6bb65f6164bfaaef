import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '@demarche/base';
import { Injectable } from '@nestjs/common';

/** Where the build puts what browsers fetch. */
export const PUBLIC_FOLDER = join(process.cwd(), 'dist', 'apps', 'web', 'public');

const MARK_LENGTH = 12;

/** The addresses of the browser's files, each with a mark of its content, so that they may be cached for ever. */
@Injectable()
export class Assets {
  readonly urls = {
    css: marked('app.css'),
    script: marked('app.js'),
    icon: marked('icon.svg'),
  };
}

function marked(name: string): string {
  const file = join(PUBLIC_FOLDER, name);
  const mark = existsSync(file) ? sha256(readFileSync(file)).slice(0, MARK_LENGTH) : 'unbuilt';
  return `/assets/${name}?v=${mark}`;
}
