import { namesIn } from '../../http/api/input.decorator';
import { answerSchemaOf, type FieldSchema, schemaOf } from './openapi-schema';
import type { OperationTold } from '../../http/api/operation';
import type { Route } from './route-list.service';

/** A route that the document tells of. */
export type ToldRoute = Route & { told: OperationTold };

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: FieldSchema;
}

const TEXT: FieldSchema = { type: 'string' };
const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Your own name for this request: sent again within a day, it has no second effect.',
  schema: { ...TEXT, maxLength: 100 },
};
const IF_MATCH: Parameter = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description:
    'The version you saw, such as "3", instead of `version` in the body. One of the two is needed.',
  schema: TEXT,
};
const REFUSALS: Record<string, string> = {
  '401': 'The token is missing, too old or revoked.',
  '403': 'The role of the token’s owner does not include this.',
  '404': 'There is no such thing, or it belongs to a post that is not yours.',
  '409': 'Somebody was faster, or the thing is no longer in that state. Nothing was changed.',
  '422': 'The input was refused; `reasons` names every field.',
  '428': 'The version is missing.',
};

/** The routes that the document tells of: all below `/api/v1`. Throws for one without a description. */
export function toldRoutes(routes: readonly Route[]): ToldRoute[] {
  return routes
    .filter(({ path }) => path.startsWith('/api/v1'))
    .map((route) => {
      if (route.told === null) throw new Error(`${route.method} ${route.path} has no description.`);
      return { ...route, told: route.told };
    });
}

/** The OpenAPI 3.1 document of the routes. */
export function openapiOf(routes: readonly Route[]) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of toldRoutes(routes)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return { ...HEAD, paths };
}

function operationOf(route: ToldRoute) {
  const { told, controller, handler } = route;
  const body = bodyOf(route);
  return {
    operationId: `${controller.replace(/Api$/, '')}.${handler}`,
    tags: [controller.replace(/Api$/, '')],
    summary: told.summary,
    parameters: parametersOf(route),
    ...(body === null ? {} : { requestBody: body }),
    responses: { ...successOf(told), ...refusalsOf(route) },
  };
}

/** The parameters of a route: those in its path, the query of a GET, and the headers of a change. */
export function parametersOf(route: ToldRoute): Parameter[] {
  const parameters = namesInPath(route.path).map((name): Parameter => {
    return { name, in: 'path', required: true, schema: TEXT };
  });
  if (route.method === 'GET') return [...parameters, ...queryOf(route)];
  if (isVersioned(route)) parameters.push(IF_MATCH);
  return [...parameters, IDEMPOTENCY_KEY];
}

/** Whether a route changes what several people may edit, and so asks for the version that was seen. */
export function isVersioned({ input }: Route): boolean {
  return input !== null && namesIn(input).includes('version');
}

function queryOf({ input, path }: ToldRoute): Parameter[] {
  if (input === null) return [];
  const { properties, required } = schemaOf(input, namesInPath(path));
  return Object.entries(properties).map(([name, schema]) => {
    return { name, in: 'query', required: required.includes(name), schema };
  });
}

function bodyOf({ input, method, path }: ToldRoute) {
  if (input === null || method === 'GET') return null;
  const schema = schemaOf(input, namesInPath(path));
  return { required: schema.required.length > 0, content: { 'application/json': { schema } } };
}

function successOf({ answer, status, mediaType, schema }: OperationTold) {
  const content = schema ? { 'application/json': { schema: answerSchemaOf(schema) } } : { [mediaType]: {} };
  return { [String(status ?? 200)]: { description: answer, content } };
}

function refusalsOf(route: ToldRoute) {
  const codes = Object.keys(REFUSALS).filter((code) => mayAnswer(route, code));
  return Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/responses/${code}` }]));
}

function mayAnswer(route: ToldRoute, code: string): boolean {
  if (code === '428') return isVersioned(route);
  return code !== '409' || route.method !== 'GET';
}

/** The names of the parameters in a path. */
export function namesInPath(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
}

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: TEXT,
    title: TEXT,
    status: { type: 'integer' },
    detail: { ...TEXT, description: 'Plain English for a person.' },
    id: { ...TEXT, description: 'The number of a fault of ours, for your administrator.' },
    reasons: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code', 'message'],
        properties: { field: TEXT, code: TEXT, message: TEXT },
      },
    },
  },
};

const HEAD = {
  openapi: '3.1.0',
  info: {
    title: 'Demarche',
    version: '1',
    description:
      'Action plans for Tier 2 Watch List countries: papers, deadlines, progress and the interim assessment. What pages can do, this can do, with the rights of the token’s owner.',
  },
  security: [{ token: [] }],
  components: {
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer', description: 'A token from one’s own account page.' },
    },
    schemas: { Problem: PROBLEM },
    responses: Object.fromEntries(
      Object.entries(REFUSALS).map(([code, description]) => [
        code,
        {
          description,
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      ]),
    ),
  },
};
