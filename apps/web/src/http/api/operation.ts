import { applyDecorators, HttpCode, SetMetadata, UseInterceptors } from '@nestjs/common';
import type { z } from 'zod';
import { EditionTag } from './edition-tag.interceptor';

/** Metadata key of what the API document says of a route. */
export const OPERATION = 'demarche:operation';

/** What the API document says of a route: what it is for, what comes back, and the status of success (200). */
export type OperationTold = OperationWords & (JsonAnswer | FileAnswer);

interface OperationWords {
  summary: string;
  answer: string;
  status?: 200 | 201;
}

/** What leaves is what the schema names, and the document says so. */
interface JsonAnswer {
  schema: z.ZodType;
  mediaType?: undefined;
}

/** An answer that is not JSON. */
interface FileAnswer {
  schema?: undefined;
  mediaType: string;
}

/** Describes a route of the API; every route below `/api/v1` has this, as a test proves. */
export function Operation(told: OperationTold) {
  return applyDecorators(
    SetMetadata(OPERATION, told),
    HttpCode(told.status ?? 200),
    UseInterceptors(EditionTag),
  );
}
