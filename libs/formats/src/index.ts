export { type Finding, TemplateEngine, type TemplateSetting } from './templates/template-engine';
export { type TemplateSource, loadTemplates } from './templates/template-source';
export { longDate, ordinal, plural } from './templates/template-helpers';
export { type CsvRow, type CsvTable, readCsv } from './tables/csv-reading';
export { type CsvCell, writeCsv } from './tables/csv-writing';
export { type PrintedBlock, type PrintedDocument, printedText } from './documents/printed-document';
export { writeDocx } from './documents/docx-writing';
export { readDocxText } from './documents/docx-reading';
export { type DecodedText, decodeText, type TextEncoding } from './tables/text-decoding';
