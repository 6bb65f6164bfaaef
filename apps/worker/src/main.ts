import 'reflect-metadata';
import { start } from './worker.start';

void start(process.env);
