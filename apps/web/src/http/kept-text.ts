import type { WebRequest } from './web-request';

/** What is never shown again: keys of the form itself, and secrets. */
const UNSHOWN = ['csrf', 'submission', 'version', 'next', 'link', 'password', 'person'];

/**
 * The texts of a form that came from one of our own pages, field by field. Nothing for a form from anywhere else, since
 * showing that would let a stranger put words on our page.
 */
export function keptText(request: WebRequest): { name: string; value: string }[] {
  if (request.headers['sec-fetch-site'] !== 'same-origin') return [];
  const body = request.body;
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body)
    .filter(([name]) => !UNSHOWN.includes(name))
    .flatMap(([name, value]: [string, unknown]) =>
      (Array.isArray(value) ? value : [value]).map((one) => ({ name, value: one })),
    )
    .filter(
      (field): field is { name: string; value: string } =>
        typeof field.value === 'string' && field.value !== '',
    );
}
