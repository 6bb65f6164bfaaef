import { accept } from '@demarche/base';
import { Injectable, type PipeTransform } from '@nestjs/common';
import type { z } from 'zod';

/** Reads a JSON body, query or parameter with a room's schema; unknown keys are refused by the schemas themselves. */
@Injectable()
export class InputPipe<S extends z.ZodType> implements PipeTransform<unknown, z.infer<S>> {
  constructor(private readonly schema: S) {}

  /** Throws Invalid with every reason and its place. */
  transform(given: unknown): z.infer<S> {
    return accept(this.schema, given ?? {});
  }
}
