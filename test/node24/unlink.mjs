// The binaries of Node 24 are there for one suite. Left among the commands of npm, theirs would run every script.
import { rmSync } from 'node:fs';

rmSync('node_modules/.bin/node', { force: true });
