export { type Finding, TemplateEngine, type TemplateSetting } from './template-engine';
export { type TemplateSource, loadTemplates } from './template-source';
export { longDate, ordinal, plural } from './template-helpers';
export { type CsvRow, type CsvTable, readCsv } from './csv-reading';
export { type CsvCell, writeCsv } from './csv-writing';
export { type PrintedBlock, type PrintedDocument, printedText } from './printed-document';
export { writeDocx } from './docx-writing';
export { readDocxText } from './docx-reading';
export { type DecodedText, decodeText, type TextEncoding } from './text-decoding';
