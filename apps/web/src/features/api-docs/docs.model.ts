import type { PageModel } from '../../http/views/page-result';
import { namesInPath, parametersOf, type ToldRoute, toldRoutes } from './openapi-document';
import { schemaOf } from './openapi-schema';
import { wordsOf } from './openapi-words';
import type { Route } from './route-list.service';

interface Field {
  name: string;
  place: string;
  needed: boolean;
  holds: string;
}

/** The page of the API document: the same routes, in the same words, for people to read. */
export function docsModel(routes: readonly Route[]): PageModel {
  const told = toldRoutes(routes);
  const groups = [...new Set(told.map(groupOf))].map((name) => ({
    name,
    anchor: name.toLowerCase().replaceAll(' ', '-'),
    operations: told.filter((route) => groupOf(route) === name).map(operationShown),
  }));
  return { title: 'The API', context: `${told.length} acts for programs`, groups };
}

/** `DeadlineChangesApi` is read as `Deadline changes`. */
function groupOf({ controller }: ToldRoute): string {
  const words = controller.replace(/Api$/, '').replace(/([a-z])([A-Z])/g, '$1 $2');
  return words.charAt(0) + words.slice(1).toLowerCase();
}

function operationShown(route: ToldRoute) {
  const { method, path, told } = route;
  const shown = path.replace(/:(\w+)/g, '{$1}');
  return { method, path: shown, ...told, status: told.status ?? 200, fields: fieldsOf(route) };
}

function fieldsOf(route: ToldRoute): Field[] {
  const outside = parametersOf(route).filter(({ name }) => name !== 'Idempotency-Key');
  const fields = outside.map(({ name, in: place, required, schema }) => {
    return { name, place, needed: required, holds: wordsOf(schema) };
  });
  if (route.input === null || route.method === 'GET') return fields;
  const { properties, required } = schemaOf(route.input, namesInPath(route.path));
  const inside = Object.entries(properties).map(([name, schema]) => {
    return { name, place: 'body', needed: required.includes(name), holds: wordsOf(schema) };
  });
  return [...fields, ...inside];
}
