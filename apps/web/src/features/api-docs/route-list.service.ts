import { Injectable, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { z } from 'zod';
import { INPUT } from '../../http/api/input.decorator';
import { OPERATION, type OperationTold } from '../../http/api/operation';

/** One route as its decorators tell it; `told` and `input` are null where it has none. */
export interface Route {
  method: string;
  /** With parameters as `:name`. */
  path: string;
  controller: string;
  handler: string;
  told: OperationTold | null;
  input: z.ZodType | null;
}

/** Lists the routes of the house from the controllers themselves, for the API document. */
@Injectable()
export class RouteList {
  private readonly scanner = new MetadataScanner();

  constructor(private readonly modules: ModulesContainer) {}

  /** Every route of every controller, in the order of their controllers. */
  all(): Route[] {
    const controllers = [...this.modules.values()].flatMap((module) => [...module.controllers.values()]);
    return controllers.flatMap(({ metatype }) => this.routesOf(metatype as Type));
  }

  private routesOf(controller: Type): Route[] {
    const base = Reflect.getMetadata(PATH_METADATA, controller) as string;
    const prototype = controller.prototype as Record<string, object>;
    return this.scanner.getAllMethodNames(prototype).flatMap((handler) => {
      const method = prototype[handler] as object;
      const path = Reflect.getMetadata(PATH_METADATA, method) as string | undefined;
      if (path === undefined) return [];
      const verb = Reflect.getMetadata(METHOD_METADATA, method) as RequestMethod;
      const told = (Reflect.getMetadata(OPERATION, method) as OperationTold | undefined) ?? null;
      const input = (Reflect.getMetadata(INPUT, prototype, handler) as z.ZodType | undefined) ?? null;
      const place = { method: RequestMethod[verb], path: joined(base, path) };
      return [{ ...place, controller: controller.name, handler, told, input }];
    });
  }
}

function joined(base: string, path: string): string {
  const parts = `${base}/${path}`.split('/').filter(Boolean);
  return `/${parts.join('/')}`;
}
