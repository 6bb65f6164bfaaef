import { CableHeader } from './cable-header/cable-header.entity';
import { Paper } from './paper.entity';

export { CableHeader, Paper };
export * from './cable-header/cable-header.input';
export { CableHeaders } from './cable-header/cable-headers.service';
export { KeptPapers, type NewestPaper, type PaperRow, type ShelvedPaper } from './kept-papers.service';
export type { PaperChanges } from './kinds/paper-definition';
export { PAPER_FACTS } from './kinds/paper-kinds.service';
export * from './paper-kind';
export { PaperReading } from './paper-reading.service';
export { PaperReleases } from './paper-releases.service';
export { PaperMaking } from './paper-making.service';
export { bannerOf, paperPath, type PaperView, type ReleaseStanding } from './paper-view';
export { PapersModule } from './papers.module';
export { type SheetEntry, type SheetPart } from './presenters/sheet.presenter';
export type { PaperBlock } from './text/paper-block';

/** The tables of this room. */
export const papersEntities = [Paper, CableHeader];
