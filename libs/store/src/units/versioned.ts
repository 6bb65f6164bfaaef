import { Conflict, NotFound } from '@demarche/base';
import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { numbered, versionedUpdateOf } from '../connection/plain-sql';

/** A row that several people may edit; the version counts its wordings. */
interface Versioned extends ObjectLiteral {
  id: string;
  version: number;
}

/** A change to a versioned row: the version the person saw, and the new values. */
export interface VersionedChange<E> {
  id: string;
  version: number | undefined;
  changes: Partial<E>;
}

/** The version that a change was made on; asked for before anything else about the row. Throws Conflict `missing-version`. */
export function givenVersion(version: number | undefined): number {
  if (version !== undefined) return version;
  throw new Conflict(
    'missing-version',
    'The change does not say which version it was made on. Nothing was saved.',
  );
}

/**
 * Changes a row only if it still is what the person saw, and returns the new version. Throws Conflict
 * `missing-version` without a version, Conflict `stale` when somebody was faster, NotFound when the row is gone.
 */
export async function updateVersioned<E extends Versioned>(
  manager: EntityManager,
  entity: EntityTarget<E>,
  change: VersionedChange<E>,
): Promise<number> {
  const version = givenVersion(change.version);
  const table = manager.connection.getMetadata(entity);
  const { sql, values } = versionedUpdateOf(table, { ...change, version });
  const outcome = await manager.queryRunner?.query(
    numbered(sql, table.connection.options.type),
    values,
    true,
  );
  if (outcome?.affected === 1) return version + 1;
  if (!(await manager.existsBy(entity, { id: change.id } as FindOptionsWhere<E>)))
    throw new NotFound('entry');
  throw new Conflict(
    'stale',
    'Somebody else has changed this since you opened it. Your text is kept below; nothing was overwritten.',
  );
}
