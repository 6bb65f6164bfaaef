import { CableHeader } from './cable-header/cable-header.entity';
import { Paper } from './paper.entity';

export { CableHeader, Paper };
export * from './cable-header/cable-header.input';
export { CableHeaders, type CableHeaderView } from './cable-header/cable-headers.service';
export { KeptPapers, type PaperRow } from './kept-papers.service';
export { type Leak, type LeakCode, nonPaperLeaks } from './kinds/non-paper-leaks';
export type { PaperChanges, PaperNotes } from './kinds/paper-definition';
export { PAPER_FACTS } from './kinds/paper-kinds.service';
export * from './paper-kind';
export { PaperReading } from './paper-reading.service';
export { PaperReleases } from './paper-releases.service';
export { PaperMaking } from './paper-making.service';
export { bannerOf, paperPath, type PaperView, releaseSubject, type ReleaseStanding } from './paper-view';
export { PapersModule } from './papers.module';
export type { PaperFile } from './presenters/paper-files';
export { type SheetEntry, type SheetPart, sheetOf } from './presenters/sheet.presenter';
export { plainTextOf } from './presenters/text.presenter';
export type { OpenSlot } from './text/open-slots';
export type { PaperBlock, PaperBlockKind } from './text/paper-block';
export { parsePaperText } from './text/paper-text';

/** The tables of this room. */
export const papersEntities = [Paper, CableHeader];
