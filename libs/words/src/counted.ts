import type { StatisticUnit } from '@demarche/rules';
import { plural } from './plural';

const UNITS: Record<StatisticUnit, { one: string; many: string }> = {
  cases: { one: 'case', many: 'cases' },
  persons: { one: 'person', many: 'persons' },
};

/** A figure with its unit: `1 person`, `1,204 cases`. */
export function countedIn(unit: StatisticUnit, count: number): string {
  return plural(count, UNITS[unit]);
}
