import { PrimaryId, TextColumn, WholeNumberColumn } from '@demarche/store';
import { Entity, Unique } from 'typeorm';

/** One round from an annual report to the next, known by the year of its report. */
@Entity('cycles')
@Unique(['reportYear'])
export class Cycle {
  /** The report's year as text: `2009`. */
  @PrimaryId()
  id!: string;

  @WholeNumberColumn()
  reportYear!: number;

  /** The two calendar years it spans, as people say it: `2009–10`. */
  @TextColumn()
  name!: string;
}
