/** How a database is asked for the guards of the trail: which must stand, and what each must say in full. */
interface AuditGuards {
  names: string[];
  query: string;
  body: RegExp;
}

/** SQLite keeps the words by which a trigger was made. */
export const SQLITE_GUARDS: AuditGuards = {
  names: ['auditEntriesNoUPDATE', 'auditEntriesNoDELETE'],
  query: `SELECT name, sql AS body FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'auditEntries'`,
  body: /^CREATE TRIGGER "auditEntriesNo(UPDATE|DELETE)" BEFORE \1 ON "auditEntries" BEGIN SELECT RAISE\(ABORT, '[^']*'\); END$/,
};

/** PostgreSQL keeps the function apart; a trigger that is switched off, narrowed or moved to another function is none. */
export const POSTGRES_GUARDS: AuditGuards = {
  names: ['auditEntriesKept', 'auditEntriesNeverEmptied'],
  query: `SELECT t.tgname AS name, pg_get_triggerdef(t.oid) || ' AS' || p.prosrc AS body
    FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
    WHERE t.tgrelid = '"auditEntries"'::regclass AND t.tgenabled IN ('O', 'A') AND NOT t.tgisinternal`,
  body: /BEFORE (DELETE OR UPDATE ON \S+ FOR EACH ROW|TRUNCATE ON \S+ FOR EACH STATEMENT) EXECUTE FUNCTION \S+ AS BEGIN RAISE EXCEPTION '[^']*'; END $/,
};
