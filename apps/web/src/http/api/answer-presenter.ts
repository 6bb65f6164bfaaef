import { SETTINGS, type Settings } from '@demarche/base';
import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { map, type Observable } from 'rxjs';
import { OPERATION, type OperationTold } from './operation';

/** Lets an API answer out as its schema has it, so that nothing leaves by being a column of a row. */
@Injectable()
export class AnswerPresenter implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Picks what the schema names. Under test a key that it does not name is an error; in use it is left out. */
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const told = this.reflector.get<OperationTold | undefined>(OPERATION, context.getHandler());
    const schema = told?.schema;
    if (!schema) return next.handle();
    return next.handle().pipe(
      map((answer: unknown) => {
        const picked = schema.parse(answer);
        if (this.settings.environment === 'test') refuseUnnamed(answer, picked);
        return picked;
      }),
    );
  }
}

function refuseUnnamed(answer: unknown, picked: unknown): void {
  const unnamed = unnamedIn(answer, picked, 'answer');
  if (unnamed.length > 0) throw new Error(`No answer schema names ${unnamed.join(', ')}.`);
}

function unnamedIn(answer: unknown, picked: unknown, place: string): string[] {
  if (typeof answer !== 'object' || answer === null || typeof picked !== 'object' || picked === null)
    return [];
  return Object.entries(answer).flatMap(([name, value]) => {
    const at = `${place}.${name}`;
    if (!(name in picked)) return value === undefined ? [] : [at];
    return unnamedIn(value, (picked as Record<string, unknown>)[name], at);
  });
}
