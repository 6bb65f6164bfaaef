import { Paper } from './paper.entity';

export { Paper };
export type { PaperBlock, PaperBlockKind } from './paper-block';
export type { PaperFile } from './paper-files';
export * from './paper-kind';
export type { PaperRow } from './paper-shelf.service';
export { parsePaperText } from './paper-text';
export { PAPER_FACTS } from './paper-words.service';
export { bannerOf, paperPath, type PaperView, releaseSubject, type ReleaseStanding } from './paper-view';
export { PapersModule } from './papers.module';
export { Papers } from './papers.service';
export { type Leak, type LeakCode, nonPaperLeaks } from './non-paper-leaks';
export { type SheetEntry, type SheetPart, sheetOf } from './sheet.presenter';
export { plainTextOf } from './text.presenter';

/** The tables of this room. */
export const papersEntities = [Paper];
