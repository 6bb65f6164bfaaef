/** Whether a failed write broke a unique constraint: the row exists already, perhaps since a moment ago. */
export function isDuplicate(error: unknown): boolean {
  const driver = (error as { driverError?: { code?: string; message?: string } }).driverError;
  if (driver?.code === '23505') return true;
  return driver?.code === 'SQLITE_CONSTRAINT' && (driver.message ?? '').includes('UNIQUE');
}
