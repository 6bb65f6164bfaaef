import { Entity } from 'typeorm';
import { PrimaryId, TextColumn } from '../columns';

/** What this installation remembers of itself, by name: the practice offset, when it was made. */
@Entity('installation')
export class InstallationFact {
  @PrimaryId()
  id!: string;

  @TextColumn()
  value!: string;
}
