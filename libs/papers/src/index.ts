export type { PaperBlock, PaperBlockKind } from './paper-block';
export { parsePaperText } from './paper-text';
export { type SheetEntry, type SheetPart, sheetOf } from './sheet.presenter';
export { plainTextOf } from './text.presenter';
