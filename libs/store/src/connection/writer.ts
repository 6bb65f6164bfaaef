import { getDataSourceToken } from '@nestjs/typeorm';

/** Name of the read-only connection; rooms never ask for it, they ask the Store. */
export const READER_NAME = 'reader';

/** Injection token of the writing connection: for the unit of work and the migrations alone. */
export const WRITER = getDataSourceToken();

/** Injection token of the read-only connection. */
export const READER = getDataSourceToken(READER_NAME);
