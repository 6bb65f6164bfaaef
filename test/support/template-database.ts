import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { newId, type Settings, sha256 } from '@demarche/base';
import { databaseFile } from '@demarche/store';
import type { INestApplicationContext } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

/**
 * A migrated and filled SQLite file that later openings of the same rooms copy instead of making it again. The run
 * names a folder for it in TEMPLATE_DATABASES and removes it at the end; without one nothing is kept.
 */
export class TemplateDatabase {
  private constructor(private readonly file: string | null) {}

  /** The template for rooms that are told apart by these words; none on PostgreSQL. */
  static of(settings: Settings, words: readonly string[]): TemplateDatabase {
    const folder = process.env.TEMPLATE_DATABASES;
    if (!folder || settings.databaseUrl !== null) return new TemplateDatabase(null);
    return new TemplateDatabase(join(folder, `${sha256(words.join('\n'))}.sqlite`));
  }

  /** Lays the template where the rooms will look for their database; false when there is none yet. */
  lay(settings: Settings): boolean {
    if (this.file === null || !existsSync(this.file)) return false;
    copyFileSync(this.file, databaseFile(settings));
    return true;
  }

  /** Keeps what open rooms have made; the renaming makes it whole for other processes. */
  async keep(settings: Settings, rooms: INestApplicationContext): Promise<void> {
    if (this.file === null) return;
    await rooms.get<DataSource>(getDataSourceToken()).query('PRAGMA wal_checkpoint(TRUNCATE)');
    const draft = `${this.file}.${newId()}`;
    copyFileSync(databaseFile(settings), draft);
    renameSync(draft, this.file);
  }
}
