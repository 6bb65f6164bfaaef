/** Looks names up by id; an id without a row stands for itself. */
export function namesOf(named: readonly { id: string; name: string }[]): (id: string) => string {
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}
