import { type Actor, Trail } from '@demarche/access';
import { accept } from '@demarche/base';
import { Injectable } from '@nestjs/common';
import { KeptPapers } from './kept-papers.service';
import { type PaperFormat, PaperFormatInput } from './paper-kind';
import type { PaperView } from './paper-view';
import { fileOf, type PaperFile } from './presenters/paper-files';

/** Gives a paper to somebody who reads it or takes a copy: no paper marked SBU without its entry in the trail. */
@Injectable()
export class PaperReading {
  constructor(
    private readonly papers: KeptPapers,
    private readonly trail: Trail,
  ) {}

  /**
   * A paper to be read; one that is marked leaves an entry, once an hour for a person. Throws NotFound for another
   * post's paper as for a missing one, and whatever keeps the entry from being written.
   */
  async read(actor: Actor, id: string): Promise<PaperView> {
    const view = await this.papers.open(actor, id);
    if (view.paper.marking !== null && view.paper.marking !== 'U')
      await this.trail.witnessHourly(actor, { action: 'paper.read', subjectKind: 'paper', subjectId: id });
    return view;
  }

  /** A paper as a file; every copy leaves an entry. Throws Invalid for a form that its kind does not have. */
  async file(actor: Actor, id: string, format: PaperFormat): Promise<PaperFile> {
    const wanted = accept(PaperFormatInput, format);
    const file = await fileOf(await this.papers.copy(actor, id), wanted);
    const about = { subjectKind: 'paper', subjectId: id };
    await this.trail.witness(actor, { ...about, action: 'paper.download', detail: { format: wanted } });
    return file;
  }
}
