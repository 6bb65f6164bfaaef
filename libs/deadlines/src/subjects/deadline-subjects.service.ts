import type { Actor } from '@demarche/access';
import { Register } from '@demarche/register';
import { codesOf, wordFor } from '@demarche/words';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Deadline } from '../deadline.entity';
import type { OpenSubject, Subject, SubjectKind, SubjectRoom, SubjectTitle } from './subject-room';

/** How the subject of a deadline is called where only its names are shown. */
export interface SubjectNames extends Subject {
  title: string;
  /** The page that shows it. */
  href: string;
  countryId: string;
  countryName: string;
  cycleId: string | null;
  cycleName: string | null;
}

/** A deadline as far as it says what it belongs to. */
export type Belonging = Pick<Deadline, 'id' | 'subjectKind' | 'subjectId' | 'countryId' | 'cycleId'>;

/** A deadline with the names of its country and its cycle. */
interface RowWithNames {
  deadline: Belonging;
  countryName: string;
  cycleName: string | null;
}

interface RowWithTitle extends RowWithNames {
  title: SubjectTitle | undefined;
}

/** The one seam to what deadlines belong to: each kind of subject has a room that answers for it. */
@Injectable()
export class DeadlineSubjects implements OnApplicationBootstrap {
  private readonly rooms = new Map<SubjectKind, SubjectRoom>();

  constructor(private readonly register: Register) {}

  /** Lets a room answer for its kind of subject; a second one for the same kind is a design fault and throws. */
  enter(room: SubjectRoom): void {
    if (this.rooms.has(room.kind)) throw new Error(`Two rooms answer for the subject “${room.kind}”.`);
    this.rooms.set(room.kind, room);
  }

  /** Stops the boot where nobody answers for a kind. */
  onApplicationBootstrap(): void {
    for (const kind of codesOf('deadline-subject')) this.room(kind);
  }

  /** A subject as the actor may see it. Throws NotFound for one out of reach. */
  open(actor: Actor, { kind, id }: Subject): Promise<OpenSubject> {
    return this.room(kind).open(actor, id);
  }

  /** Names the subjects of deadlines: whoever may see a deadline may see how its subject is called. */
  async named(deadlines: readonly Belonging[]): Promise<(deadline: Belonging) => SubjectNames> {
    const titles = await this.titles(deadlines);
    const countries = new Map((await this.register.countries()).map(({ id, name }) => [id, name]));
    const cycles = new Map((await this.register.cycles()).map(({ id, name }) => [id, name]));
    return (deadline) =>
      namesOf({
        deadline,
        countryName: countries.get(deadline.countryId) ?? deadline.countryId,
        cycleName: deadline.cycleId && (cycles.get(deadline.cycleId) ?? deadline.cycleId),
        title: titles.get(keyOf(deadline)),
      });
  }

  /** Names the subjects of rows that know their countries and cycles already, with one question a kind of subject. */
  async titled(rows: readonly RowWithNames[]): Promise<(row: RowWithNames) => SubjectNames> {
    const titles = await this.titles(rows.map(({ deadline }) => deadline));
    return ({ deadline, countryName, cycleName }) =>
      namesOf({ deadline, countryName, cycleName, title: titles.get(keyOf(deadline)) });
  }

  private async titles(deadlines: readonly Belonging[]): Promise<Map<string, SubjectTitle>> {
    const titles = new Map<string, SubjectTitle>();
    const idsOf = new Map<SubjectKind, Set<string>>();
    for (const { subjectKind, subjectId } of deadlines)
      idsOf.set(subjectKind, (idsOf.get(subjectKind) ?? new Set()).add(subjectId));
    for (const [kind, ids] of idsOf)
      for (const [id, title] of await this.room(kind).titles([...ids])) titles.set(`${kind} ${id}`, title);
    return titles;
  }

  private room(kind: SubjectKind): SubjectRoom {
    const room = this.rooms.get(kind);
    if (!room) throw new Error(`No room answers for the subject “${kind}”.`);
    return room;
  }
}

const keyOf = ({ subjectKind, subjectId }: Belonging) => `${subjectKind} ${subjectId}`;

function namesOf({ deadline, countryName, cycleName, title }: RowWithTitle): SubjectNames {
  const { id, subjectKind: kind, subjectId, countryId, cycleId } = deadline;
  return {
    kind,
    id: subjectId,
    title: title?.title ?? wordFor('deadline-subject', kind),
    href: title?.href ?? `/deadlines/${id}`,
    ...{ countryId, countryName, cycleId, cycleName },
  };
}
