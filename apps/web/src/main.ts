import 'reflect-metadata';
import { start } from './web.start';

void start(process.env);
