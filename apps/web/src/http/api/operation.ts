import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { z } from 'zod';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the API says of a route of its own; pages and files have none. */
    operation?: OperationTold;
  }
}

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
    RouteConfig({ operation: told }),
  );
}
